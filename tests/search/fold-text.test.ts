import { describe, expect, it } from 'vitest';
import { foldText, joinName, nameParts, nameTokens, textTokens } from '../../src/search/fold-text.ts';

it.each([
  ['Azure', 'azure'],
  ['Škoda', 'skoda'],
  ['ÄÖÜ', 'aou'],
  ['ﬁle', 'file'],
  ['ПРИВЕТ', 'привет'],
])('%s is taken for %s', (text, folded) => expect(foldText(text)).toBe(folded));

it.each([
  ['Gets the report, quickly.', ['gets', 'the', 'report', 'quickly']],
  ['Get-ADUser', ['get', 'aduser']],
  ['PowerShell 7.4', ['powershell', '7', '4']],
  ['日本語 text', ['日', '本', '語', 'text']],
  ['', []],
  ['x'.repeat(60), ['x'.repeat(40)]],
])('%j has the words %j', (text, tokens) => expect(textTokens(text)).toEqual(tokens));

describe('a name', () => {
  it.each([
    ['Get-AzVMReport', ['get', 'az', 'vm', 'report']],
    ['posh-git', ['posh', 'git']],
    ['ComputerManagementDsc', ['computer', 'management', 'dsc']],
    ['PSReadLine', ['ps', 'read', 'line']],
    ['Base64Tool', ['base64', 'tool']],
    ['dbatools', ['dbatools']],
    ['Az.Accounts', ['az', 'accounts']],
  ])('%s falls into %j', (name, parts) => expect(nameParts(name).map(({ token }) => token)).toEqual(parts));

  it('is found by its parts and by the pieces that they make', () => {
    expect(nameTokens('Get-AzVM').toSorted()).toEqual(['az', 'azvm', 'get', 'vm']);
  });

  it('tells where its parts start', () => {
    const name = 'Get-AzVMReport';
    expect(nameParts(name).map(({ start }) => name.slice(start))).toEqual([
      'Get-AzVMReport',
      'AzVMReport',
      'VMReport',
      'Report',
    ]);
  });

  it('is compared without punctuation', () => expect(joinName('Az.Accounts-2')).toBe('azaccounts2'));
});
