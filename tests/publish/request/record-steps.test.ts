import { describe, expect, it } from 'vitest';
import type { Deprecation, PackageRecord } from '../../../src/domain/record.ts';
import { ok } from '../../../src/domain/result.ts';
import { withDeprecation, withListing, withOwners } from '../../../src/publish/record-change.ts';
import { type RecordStep, recordSteps } from '../../../src/publish/request/record-steps.ts';
import fc from '../../support/laws.ts';
import { makeRecord } from '../../support/publish-facts.ts';

const record = makeRecord({ owners: ['ada', 'grace'], versions: ['1.0.0', '1.1.0', '2.0.0'] });

function taken(before: PackageRecord, steps: readonly RecordStep[]): PackageRecord {
  let now = before;
  for (const step of steps) {
    const next = resultOf(now, step);
    if (!next?.ok) throw new Error(`${step.kind} cannot be taken`);
    now = next.value;
  }
  return now;
}

function resultOf(now: PackageRecord, step: RecordStep) {
  if (step.kind === 'listing') return withListing(now, step.version, step.listed);
  if (step.kind === 'deprecation') return withDeprecation(now, step.version, step.deprecation);
  if (step.kind === 'owners') return withOwners(now, step.added, step.removed);
  return step.kind === 'categories' ? ok({ ...now, categories: [...step.categories] }) : undefined;
}

const owner = fc.constantFrom('ada', 'grace', 'linus', 'margaret');
const deprecation = fc.option(
  fc.string().map((message): Deprecation => ({ reasons: ['Other'], message })),
  {
    nil: undefined,
  },
);
const edited = fc
  .record({
    owners: fc.uniqueArray(owner, { minLength: 1 }),
    categories: fc.uniqueArray(fc.constantFrom('a', 'b')),
    listed: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean()),
    deprecated: deprecation,
    first: deprecation,
  })
  .map(({ owners, categories, listed, deprecated, first }): PackageRecord => {
    const versions = record.versions.map((version, at) => ({
      ...version,
      listed: listed[at] ?? true,
      ...(at === 0 && first && { deprecated: first }),
    }));
    return { ...record, owners, categories, versions, ...(deprecated && { deprecated }) };
  });

const asSet = (item: PackageRecord) => ({ ...item, owners: [...item.owners].sort() });

describe('the steps between two records', () => {
  it('lead from the one to the other, whatever its owners changed', () => {
    fc.assert(
      fc.property(edited, edited, (before, after) => {
        expect(asSet(taken(before, recordSteps(before, after)))).toEqual(asSet(after));
      }),
      { numRuns: 500 },
    );
  });

  it('are none between a record and itself', () => {
    fc.assert(
      fc.property(edited, (one) => {
        expect(recordSteps(one, structuredClone(one))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  const [first, ...others] = record.versions;
  if (!first) throw new Error('the record has versions');
  const removal = {
    version: first.version,
    sha512: first.sha512,
    removed: '2026-03-01T00:00:00Z',
    by: 'ada',
    reason: 'A virus.',
  };

  it.each<[string, PackageRecord, readonly RecordStep[]]>([
    [
      'a removal with its reason',
      { ...record, versions: others, removed: [removal] },
      [{ kind: 'removal', version: '1.0.0', reason: 'A virus.' }],
    ],
    [
      'a version that vanishes without a reason',
      { ...record, versions: others },
      [{ kind: 'fixed', field: 'version 1.0.0' }],
    ],
    [
      'a removal of what was never there',
      { ...record, removed: [{ ...removal, version: '9.0.0' }] },
      [{ kind: 'fixed', field: 'removed 9.0.0' }],
    ],
    ['another id', { ...record, id: 'Other' }, [{ kind: 'fixed', field: 'id' }]],
    [
      'another publisher',
      { ...record, versions: [{ ...first, publisher: 'mallory' }, ...others] },
      [{ kind: 'fixed', field: 'publisher of 1.0.0' }],
    ],
    [
      'another hash and date',
      { ...record, versions: [{ ...first, sha512: 'x', published: '2020-01-01T00:00:00Z' }, ...others] },
      [
        { kind: 'fixed', field: 'sha512 of 1.0.0' },
        { kind: 'fixed', field: 'published of 1.0.0' },
      ],
    ],
    [
      'a new version that is unlisted',
      { ...record, versions: [...record.versions, { ...first, version: '3.0.0', listed: false }] },
      [
        { kind: 'version', version: '3.0.0', sha512: first.sha512 },
        { kind: 'listing', version: '3.0.0', listed: false },
      ],
    ],
    ['numbers of owners', { ...record, githubIds: { ada: 5 } }, [{ kind: 'fixed', field: 'githubIds' }]],
  ])('tell %s', (_, after, steps) => {
    expect(recordSteps(record, after)).toEqual(steps);
  });

  it('forget no removal', () => {
    const before = { ...record, removed: [removal] };
    expect(recordSteps(before, record)).toEqual([{ kind: 'fixed', field: 'removed 1.0.0' }]);
  });
});
