import { describe, expect, it } from 'vitest';
import { makeSearchRecords } from '../../scripts/bench/search-records.ts';
import { findPackages } from '../../src/search/find-packages.ts';
import { parseQuery } from '../../src/search/query.ts';
import { closeness, compareRanked, placesWeight, weighed } from '../../src/search/rank.ts';
import { openSearchGallery } from '../support/search-gallery.ts';
import { SAMPLE_RECORDS } from '../support/search-samples.ts';

// Among packages of made-up words, which have many of the same tags and descriptions.
const others = [...makeSearchRecords({ packages: 400, commandsPerPackage: 6, readmeWords: 40, seed: 3 })];
const records = [...SAMPLE_RECORDS, ...others].sort((a, b) =>
  a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1,
);
const { index } = await openSearchGallery(records);

/** Queries and what must come first; several must come in this order. */
const EXPECTED: readonly (readonly [query: string, ...ids: string[]])[] = [
  ['pester', 'Pester', 'PesterReports'],
  ['PESTER', 'Pester'],
  ['peste', 'Pester', 'PesterReports'],
  ['pe', 'Pester'],
  ['pestre', 'Pester'],
  ['pesterr', 'PesterReports', 'Pester'],
  ['posh git', 'posh-git'],
  ['poshgit', 'posh-git'],
  ['posh-git', 'posh-git'],
  ['git prompt', 'GitPrompt'],
  ['git completion', 'posh-git'],
  ['branch summary', 'posh-git'],
  ['contoso backup', 'Contoso.Backup', 'Contoso.Backup.Reports'],
  ['Contoso.Backup', 'Contoso.Backup', 'Contoso.Backup.Reports'],
  ['backup contoso report', 'Contoso.Backup.Reports'],
  ['excel', 'ExcelReport'],
  ['exel', 'ExcelReport'],
  ['export excel', 'ExcelReport'],
  ['Export-ExcelReport', 'ExcelReport'],
  ['Export-Excel', 'ExcelReport'],
  ['Invoke-Pester', 'Pester'],
  ['invoke-pest', 'Pester'],
  ['mock', 'Pester'],
  ['tdd', 'Pester'],
  ['Find-ADUser', 'DirectoryServices'],
  ['ADUser', 'DirectoryServices'],
  ['"active directory"', 'DirectoryServices'],
  ['active directory', 'DirectoryServices'],
  ['xWebsite', 'WebServerDsc'],
  ['web site', 'WebServerDsc'],
  ['fabrikam', 'WebServerDsc'],
  ['bkdb', 'Contoso.Backup'],
  ['encryption', 'Contoso.Backup'],
  ['Get-DiskReport', 'Get-DiskReport'],
  ['disk report', 'Get-DiskReport'],
  ['*-Vault*', 'VaultKit'],
  ['Get-*VaultSecret', 'VaultKit'],
  ['sqlserver', 'SqlServerTools'],
  ['sql jobs', 'SqlServerTools'],
  ['xlsx', 'ExcelReport'],
  ['Functions:"Unlock-Vault"', 'VaultKit'],
  ['Id:pester', 'Pester', 'PesterReports'],
  ['Id:git', 'GitPrompt', 'posh-git'],
  ['Dependency:Contoso.Backup', 'Contoso.Backup.Reports'],
];

describe('what is asked for comes first:', () => {
  it.each(EXPECTED)('%s', async (text, ...ids) => {
    const { matches } = await findPackages(index, parseQuery(text));
    expect(matches.slice(0, ids.length).map(({ number }) => records[number]?.id)).toEqual(ids);
  });
});

it('puts near names after exact ones, and says which', async () => {
  const { matches, corrections } = await findPackages(index, parseQuery('pestre'));
  expect(corrections).toEqual([{ word: 'pestre', instead: ['pester'] }]);
  expect(matches.every(({ isNear }) => isNear)).toBe(true);
  const exact = await findPackages(index, parseQuery('pester'));
  expect(exact.corrections).toEqual([]);
});

it.each([
  ['name', (id: string) => id.toLowerCase()],
  ['quality', (id: string) => 1_000 - (records.find((record) => record.id === id)?.quality ?? 0)],
  ['recent', (id: string) => -Date.parse(records.find((record) => record.id === id)?.publishedOn ?? '')],
] as const)('sorts by %s', async (sort, keyOf) => {
  const { matches } = await findPackages(index, parseQuery('report'), sort);
  const keys = matches.filter(({ isNear }) => !isNear).map(({ number }) => keyOf(records[number]?.id ?? ''));
  expect(keys.length).toBeGreaterThan(5);
  expect(keys).toEqual(keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
});

it('weighs places, whole words and quality', () => {
  expect(placesWeight(1)).toBeGreaterThan(placesWeight(2 | 4 | 8 | 16 | 32));
  expect(closeness(3, 3)).toBe(1);
  expect(closeness(3, 30)).toBeLessThan(closeness(3, 6));
  expect(weighed(100, 100)).toBe(100);
  expect(weighed(100, 0)).toBe(60);
  const [a, b] = [
    { number: 1, score: 5, quality: 50 },
    { number: 2, score: 5.0000000001, quality: 60 },
  ];
  expect([a, b].sort(compareRanked)).toEqual([b, a]);
});
