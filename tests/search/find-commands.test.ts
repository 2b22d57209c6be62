import { describe, expect, it } from 'vitest';
import { makeSearchRecords } from '../../scripts/bench/search-records.ts';
import { findCommands, synopsisOf } from '../../src/search/find-commands.ts';
import { foldText, nameParts } from '../../src/search/fold-text.ts';
import { parseQuery } from '../../src/search/query.ts';
import { readWildcard } from '../../src/search/wildcard.ts';
import fc from '../support/laws.ts';
import { openSearchGallery } from '../support/search-gallery.ts';
import { SAMPLE_RECORDS } from '../support/search-samples.ts';

const samples = await openSearchGallery(SAMPLE_RECORDS);
// Enough names for several files of each list.
const records = [...makeSearchRecords({ packages: 500, commandsPerPackage: 12, readmeWords: 1, seed: 5 })];
const many = await openSearchGallery(records);

async function namesOf(text: string): Promise<readonly string[]> {
  const { matches } = await findCommands(samples.index, parseQuery(text));
  return matches.map(({ name }) => name);
}

it.each([
  ['Find-ADUser', ['Find-ADUser']],
  ['get-aduserreport', ['Get-ADUserReport']],
  ['Find-ADU', ['Find-ADUser']],
  ['aduser', ['Find-ADUser', 'Set-ADUserPhoto', 'Get-ADUserReport']],
  ['user photo', ['Set-ADUserPhoto']],
  ['vault', ['Unlock-Vault', 'Set-VaultSecret', 'Get-AzVaultSecret']],
  ['*-Vault*', ['Unlock-Vault', 'Set-VaultSecret'].reverse()],
  ['*Secret', ['Set-VaultSecret', 'Get-AzVaultSecret']],
  ['*aul*', ['Unlock-Vault', 'Set-VaultSecret', 'Get-AzVaultSecret']],
  ['bkdb', ['bkdb']],
  ['ServerInstance', ['Backup-Database', 'Invoke-SqlQuery']],
  ['Parameters:Path', ['Backup-Database', 'Restore-Database']],
  ['Parameters:Path -Backup-Database', ['Restore-Database']],
  ['Cmdlets:*', ['Get-SqlIndex']],
  ['DscResources:x*', ['xWebsite', 'xWebAppPool']],
  ['Get-DiskReport', ['Get-DiskReport']],
  ['database Owner:fabrikam', []],
  ['database Id:backup', ['Backup-Database', 'Restore-Database']],
  ['Unlock-Vault OR bkdb', ['bkdb', 'Unlock-Vault']],
] as const)('%s finds %j', async (text, names) => {
  expect((await namesOf(text)).toSorted()).toEqual([...names].toSorted());
});

it.each([
  ['Unlock-Vault OR Tags:Path', ['Unlock-Vault']],
  ['Unlock-Vault OR -bkdb', ['Unlock-Vault']],
  ['bkdb -Mock OR -Should', ['bkdb']],
] as const)('%s leaves out an alternative that is no name, and says so', async (text, names) => {
  const { matches, notes } = await findCommands(samples.index, parseQuery(text));
  expect(matches.map(({ name }) => name)).toEqual(names);
  expect(notes.join()).toMatch(/OR stands between names/);
});

it('tells the synopsis of a command in its own package', async () => {
  const { matches } = await findCommands(samples.index, parseQuery('Backup-Database'));
  expect(await Promise.all(matches.map((match) => synopsisOf(samples.index, match)))).toEqual([
    'Writes a full backup.',
  ]);
});

it('asks for a name when there is none', async () => {
  const { matches, notes } = await findCommands(samples.index, parseQuery('Type:module'));
  expect(matches).toEqual([]);
  expect(notes.join()).toMatch(/Type the name/);
});

describe('among thousands of commands', () => {
  const all = records.flatMap((record, number) => record.commands.map((command) => ({ ...command, number })));
  const wanted = (fits: (name: string) => boolean) =>
    [
      ...new Set(
        all.filter(({ name }) => fits(name)).map(({ name, kind, number }) => `${name} ${kind} ${number}`),
      ),
    ].sort();
  const found = async (text: string) => {
    const { matches } = await findCommands(many.index, parseQuery(text));
    return matches.map((match) => `${match.name} ${match.kind} ${match.package}`).sort();
  };

  it('finds by pattern what a scan finds', async () => {
    const name = fc.constantFrom(...all.map((command) => command.name));
    const pattern = fc
      .tuple(name, fc.nat(10), fc.nat(10), fc.constantFrom('*', '?', '*-'))
      .map(([text, from, length, sign]) => {
        const inner = text.slice(from, from + length + 2);
        return from % 3 === 0 ? `${text.slice(0, from)}*${text.slice(from + length)}` : `${sign}${inner}*`;
      });
    await fc.assert(
      fc.asyncProperty(pattern, async (text) => {
        const { matches } = readWildcard(text);
        expect(await found(`Commands:"${text}" OR DscResources:"${text}"`)).toEqual(
          wanted((one) => matches(foldText(one))),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('finds by words of names what a scan finds', async () => {
    const tails = (name: string) =>
      [0, ...nameParts(name).map(({ start }) => start)].map((start) => foldText(name.slice(start)));
    const part = fc
      .constantFrom(...all.map((command) => command.name))
      .chain((name) => fc.constantFrom(...nameParts(name).map(({ token }) => token)))
      .filter((token) => token.length >= 3 && !/\d/.test(token));
    await fc.assert(
      fc.asyncProperty(part, async (token) => {
        const isParameter = (one: { readonly parameters: readonly string[] }) =>
          one.parameters.some((parameter) => foldText(parameter) === token);
        fc.pre(!all.some(isParameter));
        expect(await found(token)).toEqual(
          wanted((name) => tails(name).some((tail) => tail.startsWith(token))),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('reads few files for an exact name', async () => {
    const gallery = await openSearchGallery(records);
    const before = gallery.read.length;
    await findCommands(
      gallery.index,
      parseQuery(`Functions:"${all.find(({ kind }) => kind === 'function')?.name}"`),
    );
    expect(gallery.read.slice(before)).toHaveLength(1);
  });
});
