import { describe, expect, it } from 'vitest';
import { readModuleManifest } from '../../src/read/module-manifest.ts';
import { utf8 } from '../support/zip-builder.ts';

const PLACE = { file: 'A.nupkg', entry: 'A.psd1' };
const read = (text: string | Uint8Array) =>
  readModuleManifest(typeof text === 'string' ? utf8(text) : text, 'A.psd1', PLACE);
const manifest = (body: string) => read(`@{ ModuleVersion = '1.0'\n${body}\n}`).value?.manifest;

describe('readModuleManifest', () => {
  it('reads a manifest as New-ModuleManifest writes it', () => {
    expect(
      manifest(`
  RootModule = 'A.psm1'; GUID = '631ca28c-c141-4909-8b7e-f87e8a51e5c5'; Author = 'X'; CompanyName = 'Y'
  Copyright = '(c) X'; Description = 'What it does.'; PowerShellVersion = '5.1'; PowerShellHostVersion = ''
  DotNetFrameworkVersion = '4.7.2'; CLRVersion = '4.0'; ProcessorArchitecture = 'None'
  CompatiblePSEditions = @('Desktop', 'Core'); RequiredAssemblies = 'a.dll'; DefaultCommandPrefix = 'Pre'
  HelpInfoURI = 'https://h'; FileList = 'A.psd1', 'A.psm1'
  PrivateData = @{ PSData = @{ Tags = @('t'); LicenseUri = 'https://l'; ProjectUri = 'https://p'; IconUri = 'https://i'
    ReleaseNotes = 'First.'; Prerelease = '-beta1'; RequireLicenseAcceptance = $true; ExternalModuleDependencies = 'E' } }`),
    ).toMatchObject({
      path: 'A.psd1',
      moduleVersion: '1.0',
      prerelease: 'beta1',
      guid: '631ca28c-c141-4909-8b7e-f87e8a51e5c5',
      author: 'X',
      companyName: 'Y',
      copyright: '(c) X',
      description: 'What it does.',
      rootModule: 'A.psm1',
      powerShellVersion: '5.1',
      powerShellHostVersion: undefined,
      dotNetFrameworkVersion: '4.7.2',
      clrVersion: '4.0',
      processorArchitecture: 'None',
      compatiblePSEditions: ['Desktop', 'Core'],
      requiredAssemblies: ['a.dll'],
      defaultCommandPrefix: 'Pre',
      helpInfoUri: 'https://h',
      fileList: ['A.psd1', 'A.psm1'],
      tags: ['t'],
      licenseUri: 'https://l',
      projectUri: 'https://p',
      iconUri: 'https://i',
      releaseNotes: 'First.',
      requireLicenseAcceptance: true,
      externalModuleDependencies: ['E'],
    });
  });

  it.each([
    ["'A'", [{ name: 'A' }]],
    ["@('A', 'B')", [{ name: 'A' }, { name: 'B' }]],
    ["@{ ModuleName = 'A'; ModuleVersion = '1.0' }", [{ name: 'A', moduleVersion: '1.0' }]],
    [
      "@(@{ ModuleName = 'A'; RequiredVersion = '1.0' }, 'B')",
      [{ name: 'A', requiredVersion: '1.0' }, { name: 'B' }],
    ],
    [
      "@(@{ modulename = 'A'; MaximumVersion = '2.*'; Guid = 'g' })",
      [{ name: 'A', maximumVersion: '2.*', guid: 'g' }],
    ],
    ["''", []],
    ['@()', []],
    ['$null', []],
  ])('reads RequiredModules = %s', (text, expected) => {
    expect(manifest(`RequiredModules = ${text}`)?.requiredModules).toEqual(expected);
  });

  it.each([
    ['$true', true, 0],
    ['$false', false, 0],
    ["'true'", true, 0],
    ["'False'", false, 0],
    ["''", false, 0],
    ['$null', false, 0],
    ["'yes'", false, 1],
    ['1', false, 1],
  ])('reads RequireLicenseAcceptance = %s as the clients do', (text, expected, told) => {
    const { value, findings } = read(
      `@{ ModuleVersion = '1.0'; PrivateData = @{ PSData = @{ RequireLicenseAcceptance = ${text} } } }`,
    );
    expect(value?.manifest.requireLicenseAcceptance).toBe(expected);
    expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: told }, () => 'PSD1_TYPE'));
  });

  it.each([
    ["'Get-A'", { isExplicit: true, names: ['Get-A'], patterns: [] }],
    ["@('Get-A', 'Set-A')", { isExplicit: true, names: ['Get-A', 'Set-A'], patterns: [] }],
    ["'*'", { isExplicit: false, names: [], patterns: ['*'] }],
    ["@('Get-A', 'Set-*')", { isExplicit: false, names: ['Get-A'], patterns: ['Set-*'] }],
    ['@()', { isExplicit: true, names: [], patterns: [] }],
  ])('reads FunctionsToExport = %s', (text, expected) => {
    expect(manifest(`FunctionsToExport = ${text}`)?.functionsToExport).toEqual(expected);
    expect(manifest('')?.functionsToExport).toEqual({ isExplicit: false, names: [], patterns: ['*'] });
  });

  it('reads an export list of $null as one that is not there, and of a blank text as empty', () => {
    expect(manifest('FunctionsToExport = $null')?.functionsToExport.patterns).toEqual(['*']);
    expect(manifest("FunctionsToExport = ''")?.functionsToExport).toMatchObject({
      isExplicit: true,
      names: [],
    });
  });

  // As the properties of Test-ModuleManifest show them.
  it.each([
    ["Author = @('a', 'b')", { author: 'a b' }],
    ["Author = @('a')", { author: 'a' }],
    ['Author = @()', { author: undefined }],
    ['Author = $true', { author: 'True' }],
    ['Author = 1e20', { author: '1E+20' }],
    ['Author = 1.50', { author: '1.5' }],
    ["GUID = ' {D2B6F1A0-0B5E-4B7C-9D55-5F1D4A2F3C10} '", { guid: 'd2b6f1a0-0b5e-4b7c-9d55-5f1d4a2f3c10' }],
    ["GUID = 'd2b6f1a00b5e4b7c9d555f1d4a2f3c10'", { guid: 'd2b6f1a0-0b5e-4b7c-9d55-5f1d4a2f3c10' }],
    ["PowerShellVersion = @('5.1')", { powerShellVersion: undefined }],
    ["PowerShellVersion = '3.0 '", { powerShellVersion: '3.0' }],
  ])('reads %s', (body, expected) => {
    expect(manifest(body)).toMatchObject(expected);
  });

  it.each([
    ['Tags = $true, 5', { tags: ['True', '5'] }],
    ["LicenseUri = 'https://l '", { licenseUri: 'https://l' }],
    ["LicenseUri = @('https://l')", { licenseUri: 'https://l' }],
    ["LicenseUri = @('https://l', 'https://m')", { licenseUri: undefined }],
    ["ReleaseNotes = @('## 1.0', '', 'New.')", { releaseNotes: '## 1.0\n\nNew.' }],
    ["ReleaseNotes = ''", { releaseNotes: undefined }],
    ["RequireLicenseAcceptance = 'True'", { requireLicenseAcceptance: true }],
    ["RequireLicenseAcceptance = 'no'", { requireLicenseAcceptance: false }],
    ['RequireLicenseAcceptance = 1', { requireLicenseAcceptance: false }],
  ])('reads %s of PSData', (body, expected) => {
    expect(manifest(`PrivateData = @{ PSData = @{ ${body} } }`)).toMatchObject(expected);
  });

  it('makes no version of an array, as PowerShell does not', () => {
    expect(read("@{ ModuleVersion = @('1.0') }")).toMatchObject({
      value: undefined,
      findings: [{ code: 'PSD1_TYPE' }, { code: 'PSD1_VERSION_MISSING' }],
    });
  });

  it('takes the old name of RootModule', () => {
    expect(manifest("ModuleToProcess = 'old.psm1'")?.rootModule).toBe('old.psm1');
  });

  it('tells of what is computed, with line and column, and goes on', () => {
    const { value, findings } = read(
      "@{\n  ModuleVersion = '1.0'\n  Description = Get-Date\n  RequiredModules = @('A', $x)\n}",
    );
    expect(value?.manifest.moduleVersion).toBe('1.0');
    expect(value?.manifest.requiredModules).toEqual([{ name: 'A' }]);
    expect(findings).toMatchObject([
      {
        code: 'PSD1_DYNAMIC',
        place: { ...PLACE, line: 3, column: 3 },
        args: { key: 'Description', source: 'Get-Date' },
      },
      { code: 'PSD1_DYNAMIC', place: { ...PLACE, line: 4, column: 3 } },
    ]);
  });

  it.each([
    ['UTF-8 with mark', Buffer.from('\ufeff@{ ModuleVersion = "1.0"; Author = "Ä" }')],
    ['UTF-16 with mark', Buffer.from('\ufeff@{ ModuleVersion = "1.0"; Author = "Ä" }', 'utf16le')],
    [
      'UTF-16 of the other order',
      Buffer.from('\ufeff@{ ModuleVersion = "1.0"; Author = "Ä" }', 'utf16le').swap16(),
    ],
  ])('reads %s', (_, bytes) => {
    expect(read(bytes).value?.manifest).toMatchObject({ moduleVersion: '1.0', author: 'Ä' });
  });

  it('does not read UTF-16 without a mark, as PowerShell does not', () => {
    const { value, findings } = read(Buffer.from('@{ ModuleVersion = "1.0" }', 'utf16le'));
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code: 'PSD1_NOT_HASHTABLE' }]);
  });

  it('never throws, wherever a manifest was cut', () => {
    const text =
      "@{ ModuleVersion = '1.0'; RequiredModules = @(@{ ModuleName = 'A' }); PrivateData = @{ PSData = @{ Tags = \"a\" } } }";
    for (let length = 0; length < text.length; length++)
      expect(read(text.slice(0, length)).value).toBeUndefined();
  });
});
