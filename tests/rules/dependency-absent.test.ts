import { expect, it } from 'vitest';
import { dependencyAbsent } from '../../src/rules/dependency-absent.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { indexFindings } from '../support/index-findings.ts';

const needing = (dependencies: Readonly<Record<string, string>>) =>
  indexFindings([
    { id: 'Tools', versions: [{ version: '1.0.0', dependencies }] },
    { id: 'Base', versions: ['1.0.0', { version: '1.5.0', listed: false }] },
  ]);

it.each([
  ['an id that is not here', { Absent: '1.0' }],
  ['a range that no version satisfies', { Base: '[2.0,3.0)' }],
  ['any version of an id that is not here', { Absent: '' }],
])('warns of %s', (_, dependencies) => {
  const [id, range] = Object.entries(dependencies)[0] as [string, string];
  expectOnly(
    needing(dependencies),
    dependencyAbsent,
    { id, range },
    { file: 'packages-index/blobs/Tools.1.0.0.nupkg' },
  );
});

it.each([
  ['in another case', { base: '1.0' }],
  ['in a version that is unlisted but still installed', { Base: '[1.5.0]' }],
])('finds a dependency %s', (_, dependencies) => {
  expect(codesOf(needing(dependencies))).toEqual([]);
});
