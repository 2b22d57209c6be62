import { expect, it } from 'vitest';
import { parseQuery } from '../../src/search/query.ts';
import { suggestQueries } from '../../src/search/suggestions.ts';
import { openSearchGallery } from '../support/search-gallery.ts';
import { SAMPLE_RECORDS } from '../support/search-samples.ts';

const { index } = await openSearchGallery(SAMPLE_RECORDS);

it.each([
  [
    'pester Type:script',
    [
      ['Type:script', 1],
      ['pester', 2],
    ],
  ],
  ['Functions:Get-Vau', []],
  ['Functions:Get-Az', [['Functions:"Get-AzVaultSecret"', 1]]],
  [
    'Functions:Set-V Type:script',
    [
      ['Type:script Functions:"Set-VaultSecret"', 1],
      ['Type:script', 1],
    ],
  ],
  ['Tags:dat', [['Tags:"database"', 1]]],
  ['Dependency:Pes', [['Dependency:"Pester"', 1]]],
  [
    '"encryption archives" Owner:contoso',
    [
      ['Owner:contoso encryption archives', 1],
      ['Owner:contoso', 12],
    ],
  ],
  ['nothinglikethis', []],
] as const)('for %s: %j', async (text, suggested) => {
  const found = await suggestQueries(index, parseQuery(text));
  expect(found.map((one) => [one.text, one.count])).toEqual(suggested);
});
