/** Hints: what the clients' filters give, and that no package is lost by them. */

import { expect, it } from 'vitest';
import { packageKey } from '../../../src/domain/package-id.ts';
import { compileFilter } from '../../../src/gateway/odata/evaluate-filter.ts';
import { type FilterHints, hintsOf } from '../../../src/gateway/odata/filter-hints.ts';
import { parseFilter } from '../../../src/gateway/odata/parse-filter.ts';
import fc from '../../support/laws.ts';
import { filterTrees, samplePackages } from '../../support/odata-samples.ts';
import { type SamplePackage, writeTree } from '../../support/odata-trees.ts';

function hints(text: string): FilterHints {
  const result = parseFilter(text);
  if (!result.ok) throw new Error(result.problem.message);
  return hintsOf(result.value);
}

it.each<[string, Omit<FilterHints, 'properties'>]>([
  ["Id eq 'Az'", { ids: ['az'] }],
  ["'AZ' eq toLower(Id)", { ids: ['az'] }],
  [
    "Id eq 'Az' and IsLatestVersion eq true and substringof('PSScript', Tags) eq false",
    { ids: ['az'], isLatest: true },
  ],
  ["(tolower(Id) eq 'az') or (tolower(Id) eq 'pester') or (Id eq 'AZ')", { ids: ['az', 'pester'] }],
  ["Id eq 'a' and (Id eq 'b' or Id eq 'A')", { ids: ['a'] }],
  ["Id eq 'a' and Id eq 'b'", { ids: [] }],
  ["Id eq 'a' or startswith(Id,'b')", {}],
  ["not (Id ne 'a' or IsLatestVersion)", { ids: ['a'], isLatest: false }],
  ["(Id eq 'a') eq true", { ids: ['a'] }],
  ["Id ne 'a'", {}],
  ["Id eq tolower('A')", {}],
  ['Id eq null', {}],
  ["startswith(Id, 'Az.') and IsAbsoluteLatestVersion", { idPrefix: 'az.', isAbsoluteLatest: true }],
  ["startswith(Id, 'Az') and startswith(Id, 'Az.A')", { idPrefix: 'az.a' }],
  ["startswith(Id, 'Az.A') or startswith(Id, 'az.b')", { idPrefix: 'az.' }],
  ["startswith(Id, 'a') or startswith(Id, 'b')", {}],
  ["startswith(Id, 'a') eq false", {}],
  ["startswith('azure', Id)", {}],
  ['IsLatestVersion or IsPrerelease', {}],
  ["(IsLatestVersion and Id eq 'a') or (IsLatestVersion and Id eq 'b')", { ids: ['a', 'b'], isLatest: true }],
  ['IsLatestVersion eq false', { isLatest: false }],
  // Null would satisfy it too.
  ['IsLatestVersion ne true', {}],
])('%s gives %j', (text, expected) => {
  const { properties, ...rest } = hints(text);
  expect(rest).toEqual(expected);
  expect(properties.size).toBeGreaterThan(0);
});

it('names all properties that are read, and no other', () => {
  const { properties } = hints(
    "not (tolower(Id) eq concat(Title,'x')) and (IsPrerelease or year(Published) gt DownloadCount)",
  );
  expect([...properties].sort()).toEqual(['DownloadCount', 'Id', 'IsPrerelease', 'Published', 'Title']);
});

function satisfies(
  sample: SamplePackage,
  { ids, idPrefix, isLatest, isAbsoluteLatest }: FilterHints,
): boolean {
  const key = packageKey(String(sample.Id));
  return (
    (ids?.includes(key) ?? true) &&
    key.startsWith(idPrefix ?? '') &&
    (isLatest === undefined || sample.IsLatestVersion === isLatest) &&
    (isAbsoluteLatest === undefined || sample.IsAbsoluteLatestVersion === isAbsoluteLatest)
  );
}

it('loses no package that satisfies the filter, and says all that is read', () => {
  let hintCount = 0;
  fc.assert(
    fc.property(filterTrees, fc.array(samplePackages, { minLength: 8, maxLength: 8 }), (tree, samples) => {
      const result = parseFilter(writeTree(tree));
      if (!result.ok) throw new Error(result.problem.message);
      const holds = compileFilter(result.value);
      const found = hintsOf(result.value);
      hintCount += Object.keys(found).length - 1;
      for (const sample of samples) {
        const holdsHere = holds((name) => {
          expect(found.properties).toContain(name);
          return sample[name] ?? null;
        });
        if (holdsHere) expect(satisfies(sample, found)).toBe(true);
      }
    }),
    { numRuns: 1_000 },
  );
  expect(hintCount).toBeGreaterThan(50);
});
