import { describe, expect, it } from 'vitest';
import { countFacets } from '../../src/search/facets.ts';
import { findPackages } from '../../src/search/find-packages.ts';
import { parseQuery } from '../../src/search/query.ts';
import { withTicked } from '../../src/search/query-edit.ts';
import { openSearchGallery, searchRecord } from '../support/search-gallery.ts';
import { SAMPLE_RECORDS } from '../support/search-samples.ts';

const { index } = await openSearchGallery(SAMPLE_RECORDS);

async function facetsOf(text: string) {
  const query = parseQuery(text);
  const { matches, factsOf } = await findPackages(index, query);
  return countFacets(
    index,
    query,
    matches.map(({ number }) => number),
    factsOf,
  );
}

async function optionsOf(text: string, field: string): Promise<Readonly<Record<string, number>>> {
  const facet = (await facetsOf(text)).find((one) => one.field === field);
  return Object.fromEntries((facet?.options ?? []).map(({ value, count }) => [value, count]));
}

describe('boxes', () => {
  it.each([
    ['Type', { module: 12, script: 1 }],
    ['Category', { backup: 2, reports: 2 }],
    ['PowerShellVersion', { '7.4': 13, '7.0': 12, '5.1': 12, '3.0': 11 }],
    ['Includes', { function: 11, cmdlet: 1, 'dsc-resource': 1 }],
    ['License', { MIT: 12, 'Apache-2.0': 1 }],
    ['Owner', { contoso: 12, fabrikam: 1 }],
    ['Prerelease', { no: 12, yes: 1 }],
    ['OS', { Windows: 2 }],
  ])('of %s count all packages', async (field, counts) => expect(await optionsOf('', field)).toEqual(counts));

  it('count what ticking them finds', async () => {
    for (const facet of await facetsOf('report')) {
      for (const { value, count } of facet.options) {
        const { matches } = await findPackages(index, parseQuery(withTicked('report', facet.field, [value])));
        expect([facet.field, value, matches.filter(({ isNear }) => !isNear).length]).toEqual([
          facet.field,
          value,
          count,
        ]);
      }
    }
  });

  it('of one field are a union: others of it are counted as if none were ticked', async () => {
    expect(await optionsOf('Category:backup', 'Category')).toEqual({ backup: 2, reports: 2 });
    expect(await optionsOf('Category:backup,reports', 'Type')).toEqual({});
    const { matches } = await findPackages(index, parseQuery('Category:backup,reports'));
    expect(matches).toHaveLength(3);
  });

  it('stay when they are ticked and find nothing', async () => {
    expect(await optionsOf('Type:script Owner:fabrikam', 'Owner')).toEqual({ contoso: 1, fabrikam: 0 });
  });

  it('show the most frequent of many values, and say how to ask for another', async () => {
    const records = Array.from({ length: 12 }, (_, at) =>
      searchRecord(`Many.N${at}`, { owners: [`team-${at}`] }),
    );
    const many = await openSearchGallery(records);
    const query = parseQuery('many');
    const { matches, factsOf } = await findPackages(many.index, query);
    const numbers = matches.map(({ number }) => number);
    const facets = await countFacets(many.index, query, numbers, factsOf);
    expect(facets.map(({ field, options, help }) => [field, options.length, help])).toEqual([
      ['Owner', 8, 'The most frequent; for one of the 4 others type Owner:…'],
    ]);
  });

  it('that would change nothing are left out', async () => {
    expect((await facetsOf('Pester -report')).map(({ field }) => field)).not.toContain('Type');
  });
});
