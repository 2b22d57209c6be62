import { expect, it } from 'vitest';
import { publishLowerVersion } from '../../src/rules/publish-lower-version.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

it('warns of a version below the latest, and publishes it all the same', () => {
  const { findings, change } = planOf({ version: '1.9.0', known: [{ versions: ['1.0.0', '1.10.0'] }] });
  expectOnly(findings, publishLowerVersion, { version: '1.9.0', latest: '1.10.0' });
  expect(change?.record.versions.map(({ version }) => version)).toEqual(['1.0.0', '1.9.0', '1.10.0']);
});

it.each([
  ['a higher version', '1.0.1', ['1.0.0']],
  ['a prerelease below the latest', '1.0.0-b', ['2.0.0']],
  ['a version that only a prerelease is above', '1.0.1', ['1.0.0', '2.0.0-b']],
  ['a version that only an unlisted one is above', '1.0.1', ['1.0.0', '-2.0.0']],
])('says nothing of %s', (_, version, versions) => {
  expect(codesOf(planOf({ version, known: [{ versions }] }).findings)).toEqual([]);
});
