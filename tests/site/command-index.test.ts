import { expect, it } from 'vitest';
import type { PackageVersion } from '../../src/domain/gallery.ts';
import { groupCommands, letterOf, nounOf, verbOf } from '../../src/site/command-index.ts';

const commands = [
  'convertto-Csv',
  'ConvertTo-Json',
  'ConvertTo-Html',
  'Get-Json',
  'ConfigLine',
  'Other-Thing',
  'Get-7Zip',
].map((name) => ({
  command: { name, kind: 'function' as const },
  synopsis: undefined,
  item: { id: 'Contoso' } as PackageVersion,
}));
const shown = (titleOf: typeof verbOf) =>
  groupCommands(commands, titleOf).map(({ title, commands: found }) => [
    title,
    ...found.map(({ command }) => command.name),
  ]);

it('gathers commands by verb, each as most write it, in the order of nouns', () => {
  expect(shown(verbOf)).toEqual([
    ['ConvertTo', 'convertto-Csv', 'ConvertTo-Html', 'ConvertTo-Json'],
    ['Get', 'Get-7Zip', 'Get-Json'],
    ['Other', 'ConfigLine', 'Other-Thing'],
  ]);
});

it('gathers commands by the first letters of their nouns', () => {
  expect(shown(letterOf)).toEqual([
    ['C', 'ConfigLine', 'convertto-Csv'],
    ['H', 'ConvertTo-Html'],
    ['J', 'ConvertTo-Json', 'Get-Json'],
    ['O', 'Other-Thing'],
    ['Other', 'Get-7Zip'],
  ]);
});

it.each([
  ['Get-Item', 'Item'],
  ['Clear-StaleFile.ps1', 'StaleFile.ps1'],
  ['ConfigLine', 'ConfigLine'],
])('takes from %s the noun %s', (name, noun) => {
  expect(nounOf(name)).toBe(noun);
});
