import { describe, expect, it } from 'vitest';
import { checkManifestLanguage } from '../../src/read/manifest-language.ts';

function found(value: string): readonly unknown[] {
  return checkManifestLanguage(`@{ X = ${value}\n}`, { file: 'A.psd1' }).map(({ args }) => args['found']);
}

// What Test-ModuleManifest and Import-Module of PowerShell 7.6 say of each.
describe('checkManifestLanguage', () => {
  it.each([
    "'a' + 'b'",
    '5 - 3 * 2 / 1 % 4',
    '-bnot 1 -band 3 -bor 2 -shl 3',
    '$true -and -not $false -xor !$null',
    "'a' -eq 'b' -ne 'c' -like 'd'",
    '1 -in 1, 2',
    "'a' -is [string]",
    "$null ?? 'a'",
    "$true ? 'a' : 'b'",
    '$PSScriptRoot, $PSEdition, $PSCulture, $PSUICulture, $EnabledExperimentalFeatures',
    '$env:PATH',
    '\u0024{env:PATH}, \u0024{PSScriptRoot}',
    '"$env:PATH and $PSScriptRoot.y"',
    "$('a'), \"$(Join-Path 'a' 'b')\"",
    "Join-Path $PSScriptRoot 'b' | Out-Host",
    "join-path a b.c* -ErrorAction 'Stop'",
    "& 'Join-Path' a b",
    "ConvertFrom-StringData 'a = b'",
    "Write-Host 'a'",
    "[int]'5', [datetime]'2020-01-01', [char]65, [string[]]'a', [decimal]1",
    "[System.DayOfWeek]'Monday'",
    "if ($PSEdition -eq 'Core') { 'a' } elseif ($env:X) { 'b' } else { Join-Path a b }",
    "@(\n  if ($PSEdition -eq 'Core') { 'a' }\n  'b'\n)",
    '@{ $env:PATH = 1 }',
    'class a { }',
    // PowerShell refuses these when it runs them, if at all.
    '$using:true',
    '1 / 0',
    'Import-LocalizedData',
  ])('allows %s', (value) => {
    expect(found(value)).toEqual([]);
  });

  it.each([
    ['Get-Date', 'the command Get-Date'],
    ['(if ($true) { 1 })', 'the command if'],
    ['@(Get-Date)', 'the command Get-Date'],
    ['"a $(Get-Date) b"', 'the command Get-Date'],
    ['foo.psm1', 'the command foo.psm1'],
    [
      "Microsoft.PowerShell.Management\\Join-Path 'a' 'b'",
      String.raw`the command Microsoft.PowerShell.Management\Join-Path`,
    ],
    ['if ($false) { Get-Date }', 'the command Get-Date'],
    ['if (Test-Path x) { 1 }', 'the command Test-Path'],
    ['Join-Path a (Get-Date)', 'the command Get-Date'],
    ["'a' | ForEach-Object { $_ }", 'the command ForEach-Object'],
    ['Join-Path a $x', 'the variable $x'],
    ['Join-Path @x', 'the variable $x'],
    ['"a $x"', 'the variable $x'],
    ['@"\n$x\n"@', 'the variable $x'],
    ['$IsWindows', 'the variable $IsWindows'],
    ['$global:true', 'the variable $global:true'],
    ['$script:PSScriptRoot', 'the variable $script:PSScriptRoot'],
    ['$?', 'the variable $?'],
    ["'a'.Length", 'the member Length'],
    ["'a'.ToUpper()", 'the member ToUpper'],
    ['[int]::MaxValue', 'the member MaxValue'],
    ["@('a')[0]", 'an index'],
    ["{ 'a' }", 'a script block'],
    ['{ param($a) Get-Date }', 'a script block'],
    ['@{ a = { 1 } }', 'a script block'],
    ["& { 'a' }", 'the operator &'],
    ['. Join-Path a b', 'the operator .'],
    ["[version]'1.0'", 'the type [version]'],
    ['[System.Version]1.0', 'the type [System.Version]'],
    ['[object[]]5', 'the type [object[]]'],
    ['[pscustomobject]@{ a = 1 }', 'the type [pscustomobject]'],
    ["'{0}' -f 1", 'the operator -f'],
    ["'a' -join 'b'", 'the operator -join'],
    ["-join ('a', 'b')", 'the operator -join'],
    ["'a' -cSplit 'b'", 'the operator -csplit'],
    ["'a' -replace 'b', 'c'", 'the operator -replace'],
    ["'a' -match 'b'", 'the operator -match'],
    ["'a' -as [string]", 'the operator -as'],
    ['1..5', 'the operator ..'],
    ['Join-Path a b > c', 'a redirection'],
    ['Join-Path a b 2>&1', 'a redirection'],
    ["$x = 'a'", 'an assignment'],
    ['function a { }', 'the function a'],
    ["switch (1) { 1 { 'a' } }", 'the statement switch'],
    ["foreach ($i in 1) { 'a' }", 'the statement foreach'],
    ["try { 'a' } catch { 'b' }", 'the statement try'],
    ["if ($true) { return 'a' }", 'the statement return'],
    ["throw 'a'", 'the statement throw'],
  ])('forbids %s', (value, what) => {
    expect(found(value)[0]).toBe(what);
  });

  it('tells every place, and nothing twice', () => {
    const text = '@{\n  A = Get-Date -Format $x\n  B = { $y }\n  C = $z\n}';
    const findings = checkManifestLanguage(text, { file: 'A.psd1' });
    expect(findings.map(({ args, place }) => [args['found'], place.line, place.column])).toEqual([
      ['the command Get-Date', 2, 7],
      ['a script block', 3, 7],
      ['the variable $z', 4, 7],
    ]);
  });

  it('ends a long list', () => {
    expect(found(`@(${'$x\n'.repeat(100)})`)).toHaveLength(20);
  });

  it('leaves what cannot be parsed to the reader', () => {
    expect(found("@{ a = $x; b = 'open")).toEqual([]);
    expect(found('('.repeat(1000))).toEqual([]);
  });
});
