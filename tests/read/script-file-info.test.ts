import { describe, expect, it } from 'vitest';
import { readScriptFileInfo } from '../../src/read/script-file-info.ts';
import { readRequires } from '../../src/read/script-requires.ts';
import fc from '../support/laws.ts';
import { utf8 } from '../support/zip-builder.ts';

const read = (text: string) => readScriptFileInfo(utf8(text), 'A.ps1', { file: 'A.ps1' });

const WRITTEN = `
<#PSScriptInfo

.VERSION 1.2.0-beta

.GUID 1ac185d8-8f34-4897-830f-2c4081ee1831

.AUTHOR X

.COMPANYNAME

.COPYRIGHT (c) X

.TAGS one two
three

.LICENSEURI https://l

.PROJECTURI https://p

.ICONURI

.EXTERNALMODULEDEPENDENCIES E

.REQUIREDSCRIPTS A, B:1.0, C:[1.0,2.0], D:[3.0], E:(,4.0]

.EXTERNALSCRIPTDEPENDENCIES

.RELEASENOTES
First.
  Second.

.PRIVATEDATA

#>

#Requires -Version 5.1 -PSEdition Core
#requires -Modules M1, @{ ModuleName = 'M2'; ModuleVersion = '1.0' }
#Requires -RunAsAdministrator

<#
.SYNOPSIS
    Does it.
.DESCRIPTION
    Does it well,
      and often.
#>
Param()

function Get-A { function inner { } }
filter Set-B { $_ }
workflow Start-C { }
`;

describe('readScriptFileInfo', () => {
  it.each([['\n'], ['\r\n']])('reads what New-ScriptFileInfo writes, with line breaks %j', (newline) => {
    const { value, findings } = read(WRITTEN.replaceAll('\n', newline));
    expect(findings).toEqual([]);
    expect(value).toEqual({
      path: 'A.ps1',
      version: '1.2.0-beta',
      guid: '1ac185d8-8f34-4897-830f-2c4081ee1831',
      author: 'X',
      companyName: undefined,
      copyright: '(c) X',
      description: 'Does it well,\n  and often.',
      synopsis: 'Does it.',
      tags: ['one', 'two', 'three'],
      licenseUri: 'https://l',
      projectUri: 'https://p',
      iconUri: undefined,
      externalModuleDependencies: ['E'],
      requiredScripts: [
        { name: 'A' },
        { name: 'B', moduleVersion: '1.0' },
        { name: 'C', moduleVersion: '1.0', maximumVersion: '2.0' },
        { name: 'D', requiredVersion: '3.0' },
        { name: 'E', maximumVersion: '4.0' },
      ],
      externalScriptDependencies: [],
      releaseNotes: 'First.\n  Second.',
      privateData: undefined,
      requiredModules: [{ name: 'M1' }, { name: 'M2', moduleVersion: '1.0' }],
      powerShellVersion: '5.1',
      compatiblePSEditions: ['Core'],
      isElevationRequired: true,
      functions: ['Get-A', 'Set-B'],
      workflows: ['Start-C'],
    });
  });

  it.each([
    ['Part', [{ name: 'Part' }]],
    ['Part:1.0', [{ name: 'Part', moduleVersion: '1.0' }]],
    ['Part:[1.0]', [{ name: 'Part', requiredVersion: '1.0' }]],
    ['Part:[1.0,2.0]', [{ name: 'Part', moduleVersion: '1.0', maximumVersion: '2.0' }]],
    ['Part:[1.0, 2.0]', [{ name: 'Part', moduleVersion: '1.0', maximumVersion: '2.0' }]],
    ['Part:(,2.0]', [{ name: 'Part', maximumVersion: '2.0' }]],
    ['Part:[,2.0]', [{ name: 'Part', maximumVersion: '2.0' }]],
    // Publish-Script refuses these; they stay such that no range can be read from them.
    ['Part:[1.0,2.0)', [{ name: 'Part', requiredVersion: '[1.0,2.0)' }]],
    ['Part:(1.0,2.0]', [{ name: 'Part', requiredVersion: '(1.0,2.0]' }]],
    [
      'A:1.0, B:(,2.0]',
      [
        { name: 'A', moduleVersion: '1.0' },
        { name: 'B', maximumVersion: '2.0' },
      ],
    ],
    ['\nA:1.0\nB', [{ name: 'A', moduleVersion: '1.0' }, { name: 'B' }]],
  ])('reads the required scripts %j as Publish-Script does', (text, expected) => {
    const { value } = read(`<#PSScriptInfo\n.VERSION 1.0\n.GUID g\n.REQUIREDSCRIPTS ${text}\n#>`);
    expect(value?.requiredScripts).toEqual(expected);
  });

  it('reads keywords in any case and help written in lines', () => {
    const { value } = read(
      '<#psscriptinfo\n.version 1.0\n.guid 1AC185D8-8f34-4897-830f-2c4081ee1831\n#>\n\n# .SYNOPSIS\n#  Does it.\n',
    );
    expect(value).toMatchObject({
      version: '1.0',
      guid: '1ac185d8-8f34-4897-830f-2c4081ee1831',
      synopsis: 'Does it.',
    });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void read(`<#PSScriptInfo\n.VERSION 1\n#>${text}`)));
    for (let length = 0; length < WRITTEN.length; length += 7) read(WRITTEN.slice(0, length));
  });
});

const GUID = '1ac185d8-8f34-4897-830f-2c4081ee1831';
const info = (fields: string, after = '') => read(`<#PSScriptInfo\n.VERSION 1.0\n${fields}\n#>\n${after}`);

// As Test-ScriptFileInfo and Get-PSScriptFileInfo read them.
describe('PSScriptInfo', () => {
  it.each([
    ['a space before its name', '<# PSScriptInfo\n.VERSION 1.0\n#>'],
    ['a line break before its name', '<#\nPSScriptInfo\n.VERSION 1.0\n#>'],
  ])('is none with %s', (_, text) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(findings.map(({ code }) => code)).toEqual(['SCRIPT_INFO_MISSING']);
  });

  it('begins on its second line', () => {
    expect(read('<#PSScriptInfo .VERSION 9.9\n.VERSION 1.0\n#>').value?.version).toBe('1.0');
    expect(read('<#PSScriptInfo2\n.VERSION 1.0\n#>').value?.version).toBe('1.0');
  });

  it.each([
    ['.AUTHOR A\n. B', { author: 'A' }],
    ['.RELEASENOTES 1\n2\n...\n3', { releaseNotes: '1\n2' }],
    ['.TAGS a\n.TAGS b', { tags: ['a'] }],
    [`.GUID {${GUID}}`, { guid: GUID }],
    [`.GUID ${GUID.toUpperCase()}`, { guid: GUID }],
    [`.GUID ${GUID.replaceAll('-', '')}`, { guid: GUID }],
    ['.GUID x', { guid: undefined }],
    ['.DESCRIPTION Of it.', { description: 'Of it.' }],
  ])('with %j', (fields, expected) => {
    expect(info(fields).value).toMatchObject(expected);
  });

  it('needs a GUID that is one', () => {
    expect(info('.GUID x').findings.map(({ code }) => code)).toEqual(['SCRIPT_GUID_MISSING']);
  });

  it('is found in a script that nests too deep to be read', () => {
    const { value } = info('.AUTHOR A', `function B { }\n${'('.repeat(1000)}`);
    expect(value).toMatchObject({ author: 'A', functions: [] });
  });
});

describe('the description of a script', () => {
  it.each([
    ['of two the last', '\n<#\n.DESCRIPTION\n One.\n.DESCRIPTION\n Two.\n#>\nparam()', 'Two.'],
    ['from a later comment', '\n<#\n.SYNOPSIS\n s\n#>\n<#\n.DESCRIPTION\n Third.\n#>\nparam()', 'Third.'],
    ['from its end', '\nfunction A { }\nA\n<#\n.DESCRIPTION\n Last.\n#>\n', 'Last.'],
    [
      'beside a keyword that Get-Help does not know',
      '\n<#\n.DESCRIPTION\n Good.\n.AUTHOR\n me\n#>\nparam()',
      'Good.',
    ],
    ['right below PSScriptInfo', '<#\n.DESCRIPTION\n Near.\n#>\nparam()', 'Near.'],
  ])('is taken %s', (_, after, description) => {
    expect(info('', after).value?.description).toBe(description);
  });
});

describe('the functions of a script', () => {
  it('are found in code alone', () => {
    const { value } = info(
      '',
      `
      $text = "function In-String { }" + 'function In-Other { }'
      # function In-Comment { }
      <# function In-Block { } #>
      @'
function In-Here { }
#Requires -Modules No
'@
      if ($true) { function Get-If { } }
      function global:Get-Global { }
      function Get-One{}; function Get-Two() { function Get-Inner { } }
      $myfunction Get-Not { }
      a $b.filter { }
    `,
    );
    expect(value?.functions).toEqual(['Get-If', 'Get-Global', 'Get-One', 'Get-Two']);
    expect(value?.requiredModules).toEqual([]);
  });

  it('are not led astray by escapes and quotes in quotes', () => {
    for (const code of [
      '"a`"b" ; function A { }',
      "'it''s' ; function A { }",
      '"$("inner `" }")" ; function A { }',
    ]) {
      expect(info('', code).value?.functions).toEqual(['A']);
    }
  });
});

describe('readRequires', () => {
  it.each([
    ['-Modules A', { modules: [{ name: 'A' }] }],
    ["-Module 'A','B'", { modules: [{ name: 'A' }, { name: 'B' }] }],
    [
      "-Modules @{ModuleName='A';RequiredVersion='1.0'}",
      { modules: [{ name: 'A', requiredVersion: '1.0' }] },
    ],
    ['-Version 7', { version: '7' }],
    ['-v 7.4', { version: '7.4' }],
    ['-PSEdition Desktop', { editions: ['Desktop'] }],
    ['-RunAsAdministrator', { isElevationRequired: true }],
    ['\u2013Version:5.1 # why', { version: '5.1' }],
    ['-Version 5.10;', { version: '5.10' }],
    ['-Version abc', { version: undefined }],
    ["-Modules 'A B', \u2018C\u2019 D", { modules: [{ name: 'A B' }, { name: 'C' }] }],
    ['-Modules A;B # c', { modules: [{ name: 'A' }] }],
    ['-Modules $x, (A)', { modules: [] }],
    [
      "-Modules @{ModuleName='A}';ModuleVersion='1.0'}, B",
      { modules: [{ name: 'A}', moduleVersion: '1.0' }, { name: 'B' }] },
    ],
    ["-Modules @{ModuleName='A'}", { modules: [] }],
    ["-Modules @{ModuleName='A';ModuleVersion=1.0}", { modules: [] }],
  ])('reads %s', (line, expected) => {
    expect(readRequires([line])).toMatchObject(expected);
  });
});

it('reads a description of two hundred thousand lines', () => {
  const text = `<#PSScriptInfo\n.VERSION 1.0\n#>\n<#\nWords before it.\n.DESCRIPTION\n${' a\n'.repeat(200_000)}#>\n`;
  const { value } = readScriptFileInfo(new TextEncoder().encode(text), 'a.ps1', { file: 'a' });
  expect(value?.description?.split('\n')).toHaveLength(200_000);
});
