import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanScript } from '../../src/read/script-blocks.ts';
import { readScriptFileInfo } from '../../src/read/script-file-info.ts';
import { readRequires } from '../../src/read/script-requires.ts';
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

.REQUIREDSCRIPTS A, B:1.0, C:[1.0,2.0], D:[3.0]

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
    const { value } = read('<#psscriptinfo\n.version 1.0\n.guid g\n#>\n# .SYNOPSIS\n#  Does it.\n');
    expect(value).toMatchObject({ version: '1.0', guid: 'g', synopsis: 'Does it.' });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => void read(`<#PSScriptInfo\n.VERSION 1\n#>${text}`)),
      { seed: 3 },
    );
    for (let length = 0; length < WRITTEN.length; length += 7) read(WRITTEN.slice(0, length));
  });
});

describe('scanScript', () => {
  it('finds functions in code alone', () => {
    const { functions, requires } = scanScript(`
      $text = "function In-String { }" + 'function In-Other { }'
      # function In-Comment { }
      <# function In-Block { } #>
      @'
function In-Here { }
#Requires -Modules No
'@
      if ($true) { function In-If { } }
      function global:Get-Global { }
      function Get-One{}; function Get-Two() { }
      $myfunction Get-Not { }
    `);
    expect(functions).toEqual(['Get-Global', 'Get-One', 'Get-Two']);
    expect(requires).toEqual([]);
  });

  it('is not led astray by escapes and quotes in quotes', () => {
    expect(scanScript('"a`"b" ; function A { }').functions).toEqual(['A']);
    expect(scanScript("'it''s' ; function A { }").functions).toEqual(['A']);
    expect(scanScript('"$("inner `" }")" ; function A { }').functions).toEqual(['A']);
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
  ])('reads %s', (line, expected) => {
    expect(readRequires([line])).toMatchObject(expected);
  });
});
