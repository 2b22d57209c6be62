import { describe, expect, it } from 'vitest';
import type { PackageRecord } from '../../src/domain/record.ts';
import type { Result } from '../../src/domain/result.ts';
import {
  type RecordProblem,
  withDeprecation,
  withListing,
  withOwners,
} from '../../src/publish/record-change.ts';
import { makeRecord } from '../support/publish-facts.ts';

const record = makeRecord({ owners: ['Ada', 'grace'], versions: ['1.0', '1.1.0', '-2.0.0-Beta'] });
const before = structuredClone(record);

function changed(result: Result<PackageRecord, RecordProblem>): PackageRecord {
  expect(record, 'the record given is not touched').toEqual(before);
  if (!result.ok) throw new Error(`refused: ${result.problem.kind}`);
  return result.value;
}

const listing = (result: Result<PackageRecord, RecordProblem>) =>
  changed(result).versions.map(({ version, listed }) => `${version} ${listed}`);

describe('withListing', () => {
  it.each(['1.0', '1.0.0', '1'])('unlists one version, named as %s', (version) => {
    expect(listing(withListing(record, version, false))).toEqual([
      '1.0 false',
      '1.1.0 true',
      '2.0.0-Beta false',
    ]);
  });

  it('relists a version, and all of them', () => {
    expect(listing(withListing(record, '2.0.0-beta', true))).toEqual([
      '1.0 true',
      '1.1.0 true',
      '2.0.0-Beta true',
    ]);
    expect(listing(withListing(record, undefined, false))).toEqual([
      '1.0 false',
      '1.1.0 false',
      '2.0.0-Beta false',
    ]);
  });

  it.each(['9.9.9', 'latest', ''])('refuses the version "%s", which is not there', (version) => {
    expect(withListing(record, version, false)).toEqual({
      ok: false,
      problem: { kind: 'no-such-version', version },
    });
  });
});

describe('withDeprecation', () => {
  const deprecation = { reasons: ['Legacy' as const], message: 'Moved.' };

  it('deprecates the package, and takes it back', () => {
    const deprecated = changed(withDeprecation(record, undefined, deprecation));
    expect(deprecated.deprecated).toEqual(deprecation);
    expect(deprecated.versions).toEqual(record.versions);
    expect(changed(withDeprecation(deprecated, undefined, undefined))).toEqual(record);
  });

  it('deprecates one version, and takes it back', () => {
    const deprecated = changed(withDeprecation(record, '1.1', deprecation));
    expect(deprecated.versions.map((version) => version.deprecated)).toEqual([
      undefined,
      deprecation,
      undefined,
    ]);
    expect(deprecated).not.toHaveProperty('deprecated');
    expect(changed(withDeprecation(deprecated, '1.1.0', undefined))).toEqual(record);
  });

  it('refuses a version that is not there', () => {
    expect(withDeprecation(record, '3.0', deprecation)).toMatchObject({ ok: false });
  });
});

describe('withOwners', () => {
  it.each([
    [['linus'], [], ['Ada', 'grace', 'linus']],
    [['ADA'], [], ['Ada', 'grace']],
    [[], ['ADA'], ['grace']],
    [['linus'], ['Ada', 'grace'], ['linus']],
    [['ada'], ['Ada'], ['grace', 'ada']],
    [[], ['nobody'], ['Ada', 'grace']],
    [['linus', 'Linus'], [], ['Ada', 'grace', 'linus']],
  ])('adds %j, removes %j: %j', (added, removed, owners) => {
    expect(changed(withOwners(record, added, removed)).owners).toEqual(owners);
  });

  it("drops GitHub's number of an owner who leaves, in whatever spelling, and keeps those of others", () => {
    const known = makeRecord({ owners: ['Ada', 'grace'], githubIds: { Ada: 1815, grace: 1906 } });
    const numbers = (added: readonly string[], removed: readonly string[]) => {
      const result = withOwners(known, added, removed);
      return result.ok ? result.value.githubIds : undefined;
    };
    expect(numbers(['linus'], ['ADA'])).toEqual({ grace: 1906 });
    expect(numbers(['ada'], ['ada'])).toEqual({ grace: 1906 });
    expect(numbers(['linus'], [])).toEqual({ Ada: 1815, grace: 1906 });
  });

  it('refuses to leave a package without an owner', () => {
    expect(withOwners(record, [], ['ada', 'GRACE'])).toEqual({
      ok: false,
      problem: { kind: 'no-owner-left' },
    });
  });
});
