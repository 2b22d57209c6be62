import AdmZip from 'adm-zip';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/domain/reading.ts';
import { type Packed, packModule, packScript } from '../../src/pack/pack.ts';
import { readNupkg } from '../../src/read/nupkg.ts';
import { codesOf } from '../support/expect-findings.ts';
import { hashOf } from '../support/make-nupkg-value.ts';
import { memoryTree } from '../support/memory-tree.ts';
import { parseXml } from '../support/xml-elements.ts';

const MANIFEST = `@{
  ModuleVersion = '1.2.0'
  GUID = '6f1c8a3e-0d4b-4c11-9a70-2f6f0f8f2b11'
  Author = 'Ada'
  CompanyName = 'Contoso'
  Description = 'Tools & helpers.'
  RootModule = 'Tools.psm1'
  FunctionsToExport = @('Get-Tool', 'Set-Tool')
  CmdletsToExport = @()
  AliasesToExport = @()
  CompatiblePSEditions = @('Core')
  RequiredModules = @(
    'Any',
    @{ ModuleName = 'Least'; ModuleVersion = '1.0' },
    @{ ModuleName = 'Exact'; RequiredVersion = '1.1' },
    @{ ModuleName = 'Most'; MaximumVersion = '1.2' },
    @{ ModuleName = 'Between'; ModuleVersion = '1.0'; MaximumVersion = '2.*' },
    @{ ModuleName = 'Elsewhere'; ModuleVersion = '1.0' }
  )
  PrivateData = @{
    PSData = @{
      Prerelease = 'beta1'
      Tags = @('Network')
      LicenseUri = 'https://licence.example/mit'
      ProjectUri = 'https://contoso.example/'
      ReleaseNotes = 'First.'
      ExternalModuleDependencies = @('Elsewhere')
    }
  }
}
`;

const SCRIPT = `<#PSScriptInfo
.VERSION 1.0.0
.GUID 0b7e6a52-6f0e-4f8e-8f43-8d3a4c1b2e90
.AUTHOR Ada
.TAGS Deploy
.LICENSEURI https://licence.example/mit
.REQUIREDSCRIPTS Part
#>

#Requires -Modules @{ ModuleName = 'Base'; ModuleVersion = '1.0' }

<#
.DESCRIPTION
Deploys.
#>
param()
function Start-Deploy { }
`;

const module = (files: Readonly<Record<string, string>> = {}) =>
  packModule(memoryTree({ 'Tools.psd1': MANIFEST, 'Tools.psm1': '# code', ...files }), ['Tools'], './Tools');

function opened({ value, findings }: Reading<Packed>) {
  if (!value) throw new Error(`not packed: ${JSON.stringify(findings)}`);
  const zip = new AdmZip(Buffer.from(value.bytes));
  const metadata = parseXml(zip.readAsText(`${value.id}.nuspec`)).children[0];
  const element = (name: string) => metadata?.children.find(({ localName }) => localName === name);
  return {
    ...value,
    names: zip.getEntries().map(({ entryName }) => entryName),
    text: (name: string) => element(name)?.text,
    dependencies: element('dependencies')?.children.map(
      ({ attributes }) => `${attributes.id} ${attributes.version ?? ''}`,
    ),
  };
}

describe('packModule', () => {
  it('makes the nuspec that Publish-Module would write', async () => {
    const packed = opened(await module());
    expect(packed).toMatchObject({ id: 'Tools', version: '1.2.0-beta1' });
    const texts = [
      'id',
      'version',
      'authors',
      'owners',
      'description',
      'releaseNotes',
      'licenseUrl',
      'projectUrl',
    ];
    expect(texts.map(packed.text)).toEqual([
      'Tools',
      '1.2.0-beta1',
      'Ada',
      'Contoso',
      'Tools & helpers.',
      'First.',
      'https://licence.example/mit',
      'https://contoso.example/',
    ]);
    expect(packed.text('tags')?.split(' ')).toEqual([
      'Network',
      'PSModule',
      'PSIncludes_Function',
      'PSFunction_Get-Tool',
      'PSFunction_Set-Tool',
      'PSCommand_Get-Tool',
      'PSCommand_Set-Tool',
      'PSEdition_Core',
    ]);
  });

  it('makes a package that the reader takes without a finding, as what was packed', async () => {
    const { bytes } = opened(await module());
    const limits = { maxEntries: 100, maxUnpackedBytes: 100_000 };
    const { value, findings } = readNupkg(bytes, 'Tools.nupkg', hashOf('Tools'), limits);
    expect(findings).toEqual([]);
    expect(value?.nuspec).toMatchObject({ id: 'Tools', version: '1.2.0-beta1' });
    expect(value?.files.map(({ path }) => path)).toEqual(['Tools.nuspec', 'Tools.psd1', 'Tools.psm1']);
  });

  it('makes ranges of RequiredModules, less those from elsewhere', async () => {
    expect(opened(await module()).dependencies).toEqual([
      'Any ',
      'Least 1.0',
      'Exact [1.1]',
      'Most (,1.2]',
      'Between [1.0,2.999999999]',
    ]);
  });

  it('takes all files along, and tags the role capabilities among them', async () => {
    const packed = opened(
      await module({
        'en-US/about Tools.help.txt': 'About.',
        'RoleCapabilities/Operator.psrc': '@{}',
        LICENSE: 'MIT',
      }),
    );
    expect(packed.names).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'Tools.nuspec',
      'LICENSE',
      'RoleCapabilities/Operator.psrc',
      'Tools.psd1',
      'Tools.psm1',
      'en-US/about Tools.help.txt',
    ]);
    expect(packed.text('tags')).toContain('PSRoleCapability_Operator');
  });

  it.each([
    '.git/config',
    'sub/.svn/entries',
    '.gitignore',
    'docs/.DS_Store',
    'Thumbs.db',
    'Tools.1.0.0.nupkg',
    'Tools.nuspec',
    'Old.nuspec',
    '_rels/.rels',
    '[Content_Types].xml',
    'package/services/metadata/core-properties/1.psmdcp',
    'PSGetModuleInfo.xml',
  ])('leaves out %s, and is the same package without it', async (path) => {
    expect(opened(await module({ [path]: '<package/>' })).bytes).toEqual(opened(await module()).bytes);
  });

  it('keeps files that are named only a little like what it leaves out', async () => {
    const names = ['docs/Old.nuspec', 'package/readme.md', '.github/x.yml', 'gitignore', 'sub/_rels/a.xml'];
    const packed = opened(await module(Object.fromEntries(names.map((name) => [name, 'x']))));
    expect(packed.names).toEqual(expect.arrayContaining(names));
  });

  it('leaves an address out of the nuspec that no client could read there', async () => {
    const text = MANIFEST.replace('https://contoso.example/', 'contoso.example').replace(
      'https://licence.example/mit',
      ' https://licence.example/mit ',
    );
    const packed = opened(await module({ 'Tools.psd1': text }));
    expect(packed.text('projectUrl')).toBeUndefined();
    expect(packed.text('licenseUrl')).toBe('https://licence.example/mit');
  });

  it('gives the same bytes twice', async () => {
    expect(opened(await module()).bytes).toEqual(opened(await module()).bytes);
  });

  it.each([
    ['the folder', ['Tools'], { 'Tools.psd1': MANIFEST, 'Other.psd1': MANIFEST }, 'Tools'],
    ['the folder in another case', ['tools'], { 'Tools.psd1': MANIFEST, 'Other.psd1': MANIFEST }, 'Tools'],
    [
      'the folder above a version',
      ['1.2.0', 'Tools'],
      { 'Tools.psd1': MANIFEST, 'Other.psd1': MANIFEST },
      'Tools',
    ],
    ['its only manifest', ['work'], { 'Tools.psd1': MANIFEST, 'data/x.psd1': '@{}' }, 'Tools'],
  ])('is named after %s', async (_, names, files, id) => {
    expect((await packModule(memoryTree(files), names, '.')).value?.id).toBe(id);
  });

  it.each([
    ['no manifest', { 'Tools.psm1': '' }],
    ['a manifest only in a folder', { 'sub/Tools.psd1': MANIFEST }],
    ['several manifests and none of its name', { 'A.psd1': MANIFEST, 'B.psd1': MANIFEST }],
  ])('refuses a folder with %s', async (_, files) => {
    const { value, findings } = await packModule(memoryTree(files), ['Tools'], './Tools');
    expect(value).toBeUndefined();
    expect(codesOf(findings)).toEqual(['CONTENT_MISSING']);
  });

  it('refuses a manifest that cannot be read', async () => {
    const { value, findings } = await packModule(
      memoryTree({ 'Tools.psd1': '@{ ModuleVersion = ' }),
      ['Tools'],
      './Tools',
    );
    expect(value).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  });
});

describe('packScript', () => {
  const script = () =>
    packScript(
      memoryTree({ 'Start-All.ps1': SCRIPT, 'secret.txt': 'x' }),
      'Start-All.ps1',
      './Start-All.ps1',
    );

  it('packs the script alone, with the nuspec that Publish-Script would write', async () => {
    const packed = opened(await script());
    expect(packed).toMatchObject({ id: 'Start-All', version: '1.0.0' });
    expect(packed.names).toEqual(['[Content_Types].xml', '_rels/.rels', 'Start-All.nuspec', 'Start-All.ps1']);
    expect(['authors', 'owners', 'description', 'licenseUrl'].map(packed.text)).toEqual([
      'Ada',
      undefined,
      'Deploys.',
      'https://licence.example/mit',
    ]);
    expect(packed.text('tags')?.split(' ')).toEqual([
      'Deploy',
      'PSScript',
      'PSIncludes_Function',
      'PSFunction_Start-Deploy',
      'PSCommand_Start-Deploy',
    ]);
    expect(packed.dependencies).toEqual(['Base 1.0', 'Part ']);
  });

  it('gives the same bytes twice', async () => {
    expect(opened(await script()).bytes).toEqual(opened(await script()).bytes);
  });

  it('takes no synopsis for the description that clients ask of a script', async () => {
    const text = SCRIPT.replace('.DESCRIPTION', '.SYNOPSIS');
    const packed = await packScript(memoryTree({ 'Run.ps1': text }), 'Run.ps1', './Run.ps1');
    expect(opened(packed).text('description')).toBe('');
  });

  it('refuses a script without its information', async () => {
    const { value, findings } = await packScript(
      memoryTree({ 'Run.ps1': 'Get-Date' }),
      'Run.ps1',
      './Run.ps1',
    );
    expect(value).toBeUndefined();
    expect(findings.length).toBeGreaterThan(0);
  });
});

it('packs a thousand files with names of every kind, the same bytes in any order', async () => {
  const names = [
    'Öffentlich/ünï [1] & (2) #3.ps1',
    'a%b+c/z.txt',
    "it's/a;b=c.txt",
    'en-US/about_Tools.help.txt',
  ];
  const files = Object.fromEntries([
    ['Tools.psd1', MANIFEST],
    ...names.map((name) => [name, name] as const),
    ...Array.from(
      { length: 1000 },
      (_, index) => [`many/f${index}.ps1`, `function Get-F${index} { }`] as const,
    ),
  ]);
  const backwards = Object.fromEntries(Object.entries(files).reverse());
  const [one, other] = [
    await packModule(memoryTree(files), ['Tools'], 'Tools'),
    await packModule(memoryTree(backwards), ['Tools'], 'Tools'),
  ];
  const bytes = one.value?.bytes ?? new Uint8Array();
  expect(Buffer.compare(bytes, other.value?.bytes ?? new Uint8Array())).toBe(0);
  const limits = { maxEntries: 10_000, maxUnpackedBytes: 1e8 };
  const { value, findings } = readNupkg(bytes, 'Tools.nupkg', hashOf('x'), limits);
  expect(findings).toEqual([]);
  const paths = value?.files.map(({ path }) => path) ?? [];
  expect(paths).toHaveLength(names.length + 1000 + 2);
  for (const name of names) expect(paths).toContain(name);
});
