import { describe, expect, it } from 'vitest';
import { docsOf } from '../support/docs-findings.ts';

const capabilities = (code: string) =>
  docsOf({ 'Sample.Tools.psm1': code }).docs.capabilities.map(
    ({ kind, line, shown }) => `${kind} ${line} ${shown}`,
  );

describe('what code can do', () => {
  it.each<[string, readonly string[]]>([
    ['Invoke-RestMethod $uri', ['network 1 Invoke-RestMethod']],
    ['iwr $uri -OutFile x', ['network 1 iwr', 'download 1 iwr -OutFile']],
    [
      '(New-Object System.Net.WebClient).DownloadString($x)',
      ['network 1 System.Net.WebClient', 'download 1 .DownloadString()'],
    ],
    ['[Net.Http.HttpClient]::new()', ['network 1 [Net.Http.HttpClient]::new']],
    ['Set-Content a b', ['file-write 1 Set-Content']],
    ['[IO.File]::WriteAllText($a, $b)', ['file-write 1 [IO.File]::WriteAllText']],
    ['[System.IO.File]::ReadAllText($a); [IO.File]::Exists($a)', []],
    ['Set-ItemProperty HKLM:\\Software\\X -Name y', ['registry 1 Set-ItemProperty']],
    ["New-Item -Path 'HKCU:/Software'", ['file-write 1 New-Item', 'registry 1 New-Item']],
    ['Get-ItemProperty HKLM:\\Software\\X', []],
    ['Start-Process x', ['process 1 Start-Process']],
    ["Add-Type -TypeDefinition 'x'", ['native-code 1 Add-Type']],
    ['iex $x', ['dynamic-code 1 iex']],
    ['[scriptblock]::Create($x)', ['dynamic-code 1 [scriptblock]::Create']],
    ['powershell.exe -enc $x', ['process 1 powershell.exe', 'encoded-command 1 powershell.exe']],
    ['[Convert]::FromBase64String($x)', ['encoded-command 1 [Convert]::FromBase64String']],
    ['Get-Credential', ['credentials 1 Get-Credential']],
    ['Register-ScheduledTask x', ['scheduled-task 1 Register-ScheduledTask']],
    ['Restart-Service x', ['service 1 Restart-Service']],
    ['Set-ExecutionPolicy Bypass', ['execution-policy 1 Set-ExecutionPolicy']],
    ['# Invoke-Expression $x', []],
    ["'Invoke-Expression $x'", []],
    ['"a $(Invoke-Expression $x)"', ['dynamic-code 1 Invoke-Expression']],
    ['function A {\n  if ($b) {\n    Invoke-Expression $c\n  }\n}', ['dynamic-code 3 Invoke-Expression']],
    ['function Invoke-Expression { }', []],
    ['$x = @{ curl = 1 }', []],
    ['param($a = (iex b))', ['dynamic-code 1 iex']],
    ['class A { [void] B() { iex $c } }', ['dynamic-code 1 iex']],
    ['Microsoft.PowerShell.Utility\\Invoke-Expression $x', ['dynamic-code 1 Invoke-Expression']],
    ['. Invoke-Expression $x', ['dynamic-code 1 Invoke-Expression']],
    ['. ./Invoke-Expression.ps1', []],
    ['param([ValidateScript({ iex $_ })] $a)', ['dynamic-code 1 iex']],
    ['[ValidateScript({ iex $_ })] $a = 1', ['dynamic-code 1 iex']],
    ['class A { [ValidateScript({ iex $_ })] $b = (iex c) }', ['dynamic-code 1 iex', 'dynamic-code 1 iex']],
    ['class A : B { A() : base((iex c)) { } }', ['dynamic-code 1 iex']],
    ['@{ a = if ($b) { c } else { iex d } }', ['dynamic-code 1 iex']],
    ['a b<#; iex c', ['dynamic-code 1 iex']],
  ])('of %j', (code, expected) => {
    expect(capabilities(code)).toEqual(expected);
  });

  it('is told twenty times of a kind and a file', () => {
    expect(capabilities('iex a\n'.repeat(50))).toHaveLength(20);
  });
});
