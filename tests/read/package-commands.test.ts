import { describe, expect, it } from 'vitest';
import { readModuleManifest } from '../../src/read/module-manifest.ts';
import { MAX_COMMANDS, readPackageCommands } from '../../src/read/package-commands.ts';
import { PackageFiles } from '../../src/read/package-source.ts';

type Texts = Readonly<Record<string, string>>;

/** `kind name` and how it is known, of a module with these files and this in its manifest. */
function commands(manifest: string, texts: Texts): readonly string[] {
  const all: Texts = { ...texts, 'M.psd1': `@{ ModuleVersion = '1.0'; ${manifest} }` };
  const bytes = (path: string) => (all[path] === undefined ? undefined : new TextEncoder().encode(all[path]));
  const files = new PackageFiles({ paths: Object.keys(all).sort(), bytes });
  const { value } = readModuleManifest(bytes('M.psd1') ?? new Uint8Array(), 'M.psd1', { file: 'M.psd1' });
  if (!value) throw new Error('the manifest cannot be read');
  return readPackageCommands({ kind: 'module', manifest: value.manifest }, files).map(
    ({ kind, name, known }) => `${kind} ${name} ${known}`,
  );
}

const ROOT = "RootModule = 'M.psm1'";
const GATHER =
  '$Public = @(Get-ChildItem -Path $PSScriptRoot\\Public\\*.ps1 -ErrorAction SilentlyContinue)\n$Private = @(Get-ChildItem "$PSScriptRoot/Private/*.ps1")\nforeach ($import in @($Public + $Private)) { try { . $import.FullName } catch { throw } }\n';
const PARTS: Texts = {
  'Public/Get-A.ps1': 'function Get-A { }',
  'Public/Get-B.ps1': 'function Get-B { function Inner { } }',
  'Private/Helper.ps1': 'function Helper { }',
};

describe('the commands of a module', () => {
  it('are those of the manifest, and no code is asked', () => {
    const list = "FunctionsToExport = 'Get-A', 'Get-B'; CmdletsToExport = @(); AliasesToExport = 'a'";
    expect(commands(`${ROOT}; ${list}`, { 'M.psm1': 'function Get-C { }' })).toEqual([
      'function Get-A manifest',
      'function Get-B manifest',
      'alias a manifest',
    ]);
  });

  it.each<[string, string, Texts, readonly string[]]>([
    [
      'all functions without Export-ModuleMember',
      ROOT,
      { 'M.psm1': 'function Get-A { function Inner { } }\nif ($x) { function Get-B { } }' },
      ['function Get-A code', 'function Get-B code'],
    ],
    [
      'what Export-ModuleMember names',
      ROOT,
      {
        'M.psm1':
          "function Get-A { }\nfunction Get-B { }\nfunction Helper { }\nExport-ModuleMember -Function Get-A, 'Get-B'",
      },
      ['function Get-A code', 'function Get-B code'],
    ],
    [
      'its patterns',
      ROOT,
      { 'M.psm1': 'function Get-A { }\nfunction Set-A { }\nExport-ModuleMember Get-*' },
      ['function Get-A code'],
    ],
    [
      'no function that goes to the session, and those of all other scopes',
      ROOT,
      {
        'M.psm1':
          'function GLOBAL:Get-A { [Alias("a")] param() }\nfilter global:Get-F { }\nfunction script:Get-B { }\nfunction private:Get-C { }\nfunction local:Get-D { }\nSet-Alias b Get-B\nSet-Alias c Get-B -Scope Global',
      },
      ['function Get-B code', 'function Get-C code', 'function Get-D code', 'alias b code'],
    ],
    [
      'no function of the session that Export-ModuleMember names',
      ROOT,
      {
        'M.psm1':
          'function global:Get-A { }\nfunction Get-B { }\nExport-ModuleMember -Function Get-A, Get-B, Get-C',
      },
      ['function Get-B code', 'function Get-C code'],
    ],
    [
      'a function that is the module’s as well as the session’s',
      ROOT,
      { 'M.psm1': 'function global:Get-A { }\nfunction Get-A { }\nExport-ModuleMember -Function Get-*' },
      ['function Get-A code'],
    ],
    [
      'its lists in variables',
      ROOT,
      {
        'M.psm1':
          "$list = @('Get-A'\n'Get-B')\nfunction Get-A { }\nfunction Get-B { }\nfunction C { }\nExport-ModuleMember -Function $list",
      },
      ['function Get-A code', 'function Get-B code'],
    ],
    [
      'its splatted arguments',
      ROOT,
      {
        'M.psm1':
          "$all = @{ Function = @('Get-A'); Alias = 'a' }\nfunction Get-A { }\nfunction C { }\nSet-Alias a Get-A\nExport-ModuleMember @all",
      },
      ['function Get-A code', 'alias a code'],
    ],
    [
      'a name that no definition is seen for',
      ROOT,
      { 'M.psm1': "Export-ModuleMember -Function 'Get-A'" },
      ['function Get-A code'],
    ],
    [
      'all that is assumed where the list is computed',
      ROOT,
      { 'M.psm1': 'function Get-A { }\nExport-ModuleMember -Function (Get-Names)' },
      ['function Get-A assumed'],
    ],
    [
      'files that are gathered and dot-sourced',
      ROOT,
      { ...PARTS, 'M.psm1': GATHER },
      ['function Get-A code', 'function Get-B code', 'function Helper code'],
    ],
    [
      'exports by the names of files',
      ROOT,
      { ...PARTS, 'M.psm1': `${GATHER}Export-ModuleMember -Function $Public.BaseName` },
      ['function Get-A code', 'function Get-B code'],
    ],
    [
      'files in ForEach-Object',
      ROOT,
      {
        ...PARTS,
        'M.psm1':
          'Get-ChildItem -Path (Join-Path $PSScriptRoot Public) -Filter *.ps1 -Recurse | ForEach-Object { . $_.FullName }',
      },
      ['function Get-A code', 'function Get-B code'],
    ],
    [
      'files beside the script',
      ROOT,
      {
        'M.psm1':
          '. $PSScriptRoot\\a.ps1\n. "$(Split-Path $MyInvocation.MyCommand.Path -Parent)/b.ps1"\n. ([IO.Path]::Combine($PSScriptRoot, "c", "d.ps1"))',
        'a.ps1': 'function A { }',
        'b.ps1': 'function B { }',
        'c/d.ps1': 'function D { }',
      },
      ['function A code', 'function B code', 'function D code'],
    ],
    [
      'files that lead in a circle',
      ROOT,
      {
        'M.psm1': '. $PSScriptRoot/a.ps1',
        'a.ps1': '. $PSScriptRoot/b.ps1\nfunction A { }',
        'b.ps1': '. $PSScriptRoot/a.ps1\nfunction B { }',
      },
      ['function B code', 'function A code'],
    ],
    [
      'nothing out of the package',
      ROOT,
      { 'M.psm1': '. $PSScriptRoot/../x.ps1\nfunction A { }' },
      ['function A code'],
    ],
    [
      'nested modules',
      `${ROOT}; NestedModules = 'N.psm1', 'S.ps1', 'P'`,
      {
        'M.psm1': 'function A { }',
        'N.psm1': 'function B { }\nfunction Hidden { }\nExport-ModuleMember B',
        'S.ps1': 'function C { }',
        'P/P.psd1': "@{ ModuleVersion = '1.0'; RootModule = 'P.psm1' }",
        'P/P.psm1': 'function D { }',
      },
      ['function A code', 'function B code', 'function C code', 'function D code'],
    ],
    [
      'modules that nest each other',
      `${ROOT}; NestedModules = 'P/P.psd1'`,
      {
        'M.psm1': 'function A { }',
        'P/P.psd1': "@{ ModuleVersion = '1.0'; NestedModules = '../M.psd1', 'P.psd1' }",
      },
      ['function A code'],
    ],
    [
      'imported modules',
      ROOT,
      { 'M.psm1': 'Import-Module $PSScriptRoot/N.psm1\nfunction A { }', 'N.psm1': 'function B { }' },
      ['function A code', 'function B code'],
    ],
    [
      'modules by using',
      ROOT,
      { 'M.psm1': 'using module .\\N.psm1\nfunction A { }', 'N.psm1': 'function B { }' },
      ['function A code', 'function B code'],
    ],
    [
      'aliases',
      ROOT,
      {
        'M.psm1':
          "function Get-A { [Alias('ga')] [Alias('gb')] param() }\nSet-Alias -Name x -Value Get-A\nNew-Alias y Get-A",
      },
      ['function Get-A code', 'alias ga code', 'alias gb code', 'alias x code', 'alias y code'],
    ],
    ['workflows', ROOT, { 'M.psm1': 'workflow Start-A { }' }, ['workflow Start-A code']],
    [
      'what blocks define that run in the scope of the module',
      ROOT,
      {
        'M.psm1': [
          '1 | ForEach-Object { function Get-F { } }',
          'if ($true) { function Get-G { } }',
          '. { function Get-I { } }',
          'switch (1) { 1 { function Get-J { } } }',
          '$(function Get-M { })',
          '$x = function Get-N { }',
          '(1, 2).ForEach({ function Get-O { } })',
        ].join('\n'),
      },
      ['F', 'G', 'I', 'J', 'M', 'N', 'O'].map((letter) => `function Get-${letter} code`),
    ],
    [
      'nothing that other blocks define',
      ROOT,
      {
        'M.psm1': [
          '& { function Get-E { } }',
          '{ function Get-P { } }',
          '$block = { function Get-Q { } }',
          'Invoke-Command { function Get-U { } }',
          'function Get-A { function Get-Inner { } }',
        ].join('\n'),
      },
      ['function Get-A code'],
    ],
    [
      'a workflow that the manifest lists as a function',
      `${ROOT}; FunctionsToExport = 'Start-A'`,
      { 'M.psm1': 'workflow Start-A { }' },
      ['workflow Start-A manifest'],
    ],
    [
      'what a pattern of the manifest lets through',
      `${ROOT}; FunctionsToExport = 'Get-*'`,
      { 'M.psm1': 'function Get-A { }\nfunction Set-A { }' },
      ['function Get-A code'],
    ],
    [
      'names with the prefix',
      `${ROOT}; DefaultCommandPrefix = 'My'`,
      { 'M.psm1': 'function Get-A { }\nfunction Go { }' },
      ['function Get-MyA code', 'function MyGo code'],
    ],
    [
      'DSC classes where the manifest says so',
      `${ROOT}; DscResourcesToExport = '*'`,
      { 'M.psm1': '[DscResource()] class R { [DscProperty(Key)] [string] $A }\nclass C { }' },
      ['dsc-resource R code'],
    ],
    ['no DSC classes where it is silent', ROOT, { 'M.psm1': '[DscResource()] class R { }' }, []],
    [
      'MOF resources by their friendly names',
      '',
      {
        'DSCResources/X/X.schema.mof':
          '[ClassVersion("1.0"), FriendlyName("Nice")] class X : OMI_BaseResource { [Key] String A; };',
      },
      ['dsc-resource Nice file'],
    ],
    ['role capabilities', '', { 'RoleCapabilities/Operator.psrc': '@{}' }, ['role-capability Operator file']],
  ])('are %s', (_, manifest, texts, expected) => {
    expect(commands(manifest, texts)).toEqual(expected);
  });
});

describe('a hostile module', () => {
  const many = (count: number, textOf: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => textOf(index));

  it('lists as many names as its code has functions, and each is looked up once', () => {
    const names = many(100_000, (index) => `'f${index}'`).join();
    const code = many(100_000, (index) => `function f${index} { }`).join('\n');
    const found = commands(`${ROOT}; CmdletsToExport = '*'; FunctionsToExport = ${names}`, {
      'M.psm1': code,
    });
    expect(found).toHaveLength(MAX_COMMANDS + 1);
  });

  it('is asked no more than two hundred patterns', () => {
    const code = many(1000, (index) => `function f${index}x { }`).join('\n');
    const patterns = many(100_000, (index) => `'*${index}x'`).join();
    expect(commands(`${ROOT}; FunctionsToExport = ${patterns}`, { 'M.psm1': code })).toHaveLength(1000);
    const last = `${"'*y',".repeat(200)}'*x'`;
    expect(commands(`${ROOT}; FunctionsToExport = ${last}`, { 'M.psm1': code })).toEqual([]);
  });

  it.each([
    ['doubles a text', `$a = 'Public/Get-'\n${'$a = "$a$a"\n'.repeat(64)}. "$PSScriptRoot/$a.ps1"`],
    ['adds to a list', `$a = @()\n${"$a += 'x'\n".repeat(200_000)}`],
    ['adds up a text', `$a = 'x'${"+'x'".repeat(100_000)}`],
    ['has commas before a text', `$a = ${','.repeat(100_000)}'x'`],
    ['has operators and nothing else', `$a = + + ,`],
    ['nests switches', `${'switch (1) { ('.repeat(60)}1${') {} }'.repeat(60)}`],
    ['nests members', `${'$a.foreach(('.repeat(60)}1${'))'.repeat(60)}`],
    ['nests words that look like keywords', `${'data -x "$('.repeat(60)}1${')"'.repeat(60)}`],
    ['nests traps that are none', `${'trap [a(('.repeat(60)}1${'))]'.repeat(60)}`],
  ])('is read to its end when it %s', (_, code) => {
    expect(commands(ROOT, { 'M.psm1': `function Get-A { }\n${code}` })).toEqual(['function Get-A code']);
  });

  it('is followed through some of the folders that it lists', () => {
    const numbers = Array.from({ length: 1000 }, (_, index) => index);
    const parts = Object.fromEntries(numbers.map((at) => [`p/${at}.ps1`, `function f${at} { }`]));
    const list = 'Get-ChildItem $PSScriptRoot/p/*.ps1 | ForEach-Object { . $_ }\n';
    expect(commands(ROOT, { ...parts, 'M.psm1': list.repeat(5000) })).toHaveLength(1000);
    const none = '$x = Get-ChildItem $PSScriptRoot/q/*.ps1\n'.repeat(5000);
    expect(commands(ROOT, { ...parts, 'M.psm1': none + list })).toEqual([]);
  });
});
