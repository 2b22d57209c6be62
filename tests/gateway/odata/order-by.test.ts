/** The orders that clients ask for, and what makes any of them an order. */

import { expect, it } from 'vitest';
import { compileOrder, parseOrderBy } from '../../../src/gateway/odata/order-by.ts';
import fc from '../../support/laws.ts';
import { samplePackages } from '../../support/odata-samples.ts';
import type { SamplePackage } from '../../support/odata-trees.ts';

const SAMPLES: readonly SamplePackage[] = [
  {
    Id: 'b',
    Version: '1.10.0',
    Title: 'B',
    DownloadCount: 5,
    IsPrerelease: false,
    Published: '2024-05-01T11:00:00',
  },
  { Id: 'A', Version: '1.9', DownloadCount: 7, IsPrerelease: true, Published: '2024-05-01T12:00:00+02:00' },
  {
    Id: 'a',
    Version: 'none',
    Title: 'b',
    DownloadCount: 5,
    IsPrerelease: false,
    Published: '2024-05-01T09:00:00',
  },
  { Id: 'c', Version: '1.10.0-beta', Title: 'a', DownloadCount: 7, IsPrerelease: false },
];

function order(text: string) {
  const result = parseOrderBy(text);
  if (!result.ok) throw new Error(result.problem.message);
  return compileOrder(result.value);
}

it.each([
  ['Id', 'A a b c'],
  ['Id desc', 'c b a A'],
  ['ID ASC', 'A a b c'],
  // nuget 2.8
  ['concat(Title,Id),Id', 'A c a b'],
  // PowerShellGet 2
  ['DownloadCount desc,Id', 'A c a b'],
  // PSResourceGet
  ['Version desc', 'b c A a'],
  ['Version', 'a A c b'],
  ['Title', 'A c b a'],
  ['Title desc', 'a b c A'],
  ['Published', 'c a A b'],
  ['IsPrerelease, Id desc', 'c b a A'],
  ['tolower(Version) desc', 'a A c b'],
  ['length(Version) desc, Id', 'c b a A'],
  ["startswith(Id,'b') desc, Id", 'b A a c'],
  ['null, Id', 'A a b c'],
])('%s sorts %s', (text, ids) => {
  const { valuesOf, compare } = order(text);
  const sorted = SAMPLES.map((sample) => ({
    id: sample.Id,
    values: valuesOf((name) => sample[name] ?? null),
  })).sort((one, other) => compare(one.values, other.values));
  expect(sorted.map(({ id }) => id).join(' ')).toBe(ids);
});

it.each([
  [
    'Downloads desc',
    'There is no property `Downloads` (at character 1). $metadata lists those of a package.',
  ],
  ['Id down', 'There is no operator `down` (at character 4).'],
  ['Id,', 'The text ends where a value is missing (at character 4).'],
  ['Id desc desc', 'There is no operator `desc` (at character 9).'],
  [Array.from({ length: 11 }, () => 'Id').join(), 'At most 10 keys are read (at character 31).'],
])('%s is refused: %s', (text, message) => {
  const result = parseOrderBy(text);
  expect(result.ok ? 'understood' : result.problem.message).toBe(message);
});

it('holds no more than the beginning of a long text', () => {
  const { valuesOf, compare } = order('Description');
  const of = (text: string) => valuesOf((name) => (name === 'Description' ? text : null));
  const start = 'a'.repeat(256);
  expect(compare(of(`${start}b`), of(`${start}c`))).toBe(0);
  expect(compare(of(`${start.slice(1)}b`), of(`${start.slice(1)}c`))).toBeLessThan(0);
  expect(JSON.stringify(of('a'.repeat(100_000))).length).toBeLessThan(1_000);
});

it('is an order of any packages', () => {
  const keys = fc
    .subarray(
      ['Version', 'Title', 'LastEdited desc', 'IsPrerelease desc', 'DownloadCount', 'NormalizedVersion desc'],
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((all) => all.join());
  fc.assert(
    fc.property(keys, samplePackages, samplePackages, samplePackages, (text, a, b, c) => {
      const { valuesOf, compare } = order(text);
      const [one, two, three] = [a, b, c]
        .map((sample) => valuesOf((name) => sample[name] ?? null))
        .sort((left, right) => compare(left, right));
      if (one === undefined || two === undefined || three === undefined) throw new Error('There are three.');
      expect(compare(one, one)).toBe(0);
      expect(Math.sign(compare(two, one)) + Math.sign(compare(one, two))).toBe(0);
      expect(compare(one, two)).toBeLessThanOrEqual(0);
      expect(compare(two, three)).toBeLessThanOrEqual(0);
      expect(compare(one, three)).toBeLessThanOrEqual(0);
    }),
  );
});
