import { describe, expect, it } from 'vitest';
import { checkManifest } from '../../src/read/manifest-check.ts';
import { readDataFile } from '../../src/read/module-manifest.ts';

function codes(text: string): readonly string[] {
  const place = { file: 'Sample.psd1' };
  const { value } = readDataFile(new TextEncoder().encode(`@{ ${text} }`), place);
  return value ? checkManifest(value, place).map(({ code }) => code) : ['unread'];
}

describe('checkManifest', () => {
  // As Import-Module and Test-ModuleManifest of PowerShell 7.6 judge each of them.
  it.each([
    ["ModuleVersion='1.0'; Foo='x'", ['PSD1_UNKNOWN_KEY']],
    ["moduleversion='1.0'; guid='d2b6f1a0-0b5e-4b7c-9d55-5f1d4a2f3c10'", []],
    ["ModuleVersion='abc'", ['PSD1_VALUE']],
    ["ModuleVersion='1'", ['PSD1_VALUE']],
    ["ModuleVersion='1.0.0.0'", []],
    ["ModuleVersion='1.2.3.4.5'", ['PSD1_VALUE']],
    ["ModuleVersion='2147483647.0'", []],
    ["ModuleVersion='1.2147483648'", ['PSD1_VALUE']],
    ["ModuleVersion=@('1.0')", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; PowerShellVersion=' '", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; PowerShellVersion=$true", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; CLRVersion=@()", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; GUID=' '", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; ProcessorArchitecture=4", []],
    ["ModuleVersion='1.0'; ProcessorArchitecture=@('Amd64')", []],
    ["ModuleVersion='1.0'; ProcessorArchitecture=@('Amd64','X86')", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; ProcessorArchitecture=' '", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; CompatiblePSEditions=''", []],
    ["ModuleVersion='1.0'; GUID='xyz'", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; GUID='{d2b6f1a0-0b5e-4b7c-9d55-5f1d4a2f3c10}'", []],
    ["ModuleVersion='1.0'; PowerShellVersion='5'", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; PowerShellVersion=''", []],
    ["ModuleVersion='1.0'; CLRVersion='x'", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; ProcessorArchitecture='Foo'", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; ProcessorArchitecture='amd64'", []],
    ["ModuleVersion='1.0'; CompatiblePSEditions='Core'", ['PSD1_EDITION']],
    ["ModuleVersion='1.0'; CompatiblePSEditions='Core'; PowerShellVersion='3.0'", ['PSD1_EDITION']],
    ["ModuleVersion='1.0'; CompatiblePSEditions='Foo'; PowerShellVersion='5.1'", ['PSD1_EDITION']],
    ["ModuleVersion='1.0'; CompatiblePSEditions=@('Core','Desktop'); PowerShellVersion='5.1'", []],
    ["ModuleVersion='1.0'; CompatiblePSEditions=@()", []],
    ["ModuleVersion='1.0'; RootModule='a.psm1'; ModuleToProcess='a.psm1'", ['PSD1_BOTH_ROOTS']],
    ["ModuleVersion='1.0'; RequiredModules='a'", []],
    ["ModuleVersion='1.0'; RequiredModules=@(@{ModuleVersion='1.0'})", ['PSD1_REQUIRED_MODULE']],
    ["ModuleVersion='1.0'; RequiredModules=@(@{ModuleName='x'})", ['PSD1_REQUIRED_MODULE']],
    ["ModuleVersion='1.0'; NestedModules=@(@{ModuleName='x'})", ['PSD1_REQUIRED_MODULE']],
    ["ModuleVersion='1.0'; NestedModules=@(@{ModuleName='x';ModuleVersion='1.0'})", []],
    ["ModuleVersion='1.0'; NestedModules='a.psm1',''", ['PSD1_REQUIRED_MODULE']],
    ["ModuleVersion='1.0'; NestedModules=''", []],
    ["ModuleVersion='1.0'; RequiredModules=$null", []],
    ["ModuleVersion='1.0'; RequiredModules=@()", []],
    ["ModuleVersion='1.0'; RequiredModules=@('a',$null)", ['PSD1_REQUIRED_MODULE']],
    ["ModuleVersion='1.0'; RequiredModules=@(@('a','b'),'c')", ['PSD1_REQUIRED_MODULE']],
    ["ModuleVersion='1.0'; RequiredModules=$true", ['PSD1_REQUIRED_MODULE']],
    ["ModuleVersion='1.0'; RequiredModules=5", []],
    ["ModuleVersion='1.0'; RequiredModules=@{ModuleName=@('x');ModuleVersion='1.0'}", []],
    ["ModuleVersion='1.0'; RequiredModules=@{ModuleName='x';MaximumVersion='*'}", []],
    ["ModuleVersion='1.0'; RequiredModules=@{ModuleName='x';MaximumVersion='1.2.3.*'}", []],
    [
      "ModuleVersion='1.0'; RequiredModules=@{ModuleName='x';MaximumVersion='1.2.3.4.*'}",
      ['PSD1_REQUIRED_MODULE'],
    ],
    ["ModuleVersion='1.0'; RequiredModules=@{ModuleName='x';MaximumVersion='1'}", ['PSD1_REQUIRED_MODULE']],
    [
      "ModuleVersion='1.0'; RequiredModules=@{ModuleName='x';MaximumVersion='1.*.2'}",
      ['PSD1_REQUIRED_MODULE'],
    ],
    ["ModuleVersion='1.0'; RequiredModules=@{ModuleName='x';MaximumVersion=''}", ['PSD1_REQUIRED_MODULE']],
    ["ModuleVersion='1.0'; RequiredModules=@{ModuleName='x';ModuleVersion=''}", ['PSD1_REQUIRED_MODULE']],
    [
      "ModuleVersion='1.0'; RequiredModules=@{ModuleName='x';ModuleVersion='1.0';GUID=''}",
      ['PSD1_REQUIRED_MODULE'],
    ],
    ["ModuleVersion='1.0'; RequiredModules=@{ModuleName='x';ModuleVersion='1.0';GUID=$null}", []],
    ["ModuleVersion='1.0'; RequiredModules=@(@{ModuleName='x';ModuleVersion='1.0'})", []],
    ["ModuleVersion='1.0'; RequiredModules=@(@{ModuleName='x';MaximumVersion='1.*'})", []],
    [
      "ModuleVersion='1.0'; RequiredModules=@(@{ModuleName='x';ModuleVersion='1.0';RequiredVersion='1.0'})",
      ['PSD1_REQUIRED_MODULE'],
    ],
    [
      "ModuleVersion='1.0'; RequiredModules=@(@{ModuleName='x';ModuleVersion='1.0';Foo='1'})",
      ['PSD1_REQUIRED_MODULE'],
    ],
    [
      "ModuleVersion='1.0'; RequiredModules=@(@{ModuleName='x';ModuleVersion='abc'})",
      ['PSD1_REQUIRED_MODULE'],
    ],
    [
      "ModuleVersion='1.0'; RequiredModules=@(@{ModuleName='x';ModuleVersion='1.0';GUID='zz'})",
      ['PSD1_REQUIRED_MODULE'],
    ],
    // PowerShell turns a number into text first, and 5.0 becomes 5.
    ["ModuleVersion='1.0'; PowerShellVersion=5.0", ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; PowerShellVersion=5.1", []],
    ['ModuleVersion=1.0', ['PSD1_VALUE']],
    ["ModuleVersion='1.0'; GUID=''; CLRVersion=''; ProcessorArchitecture=''", []],
    ["ModuleVersion='1.0'; PSData=@{}", ['PSD1_UNKNOWN_KEY']],
    ['ModuleVersion=$version', []],
  ])('says of %s %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('says where', () => {
    const { value } = readDataFile(new TextEncoder().encode("@{\n  ModuleVersion = '1.0'\n  Foo = 1\n}"), {
      file: 'a',
    });
    expect(value && checkManifest(value, { file: 'a' })[0]?.place).toEqual({ file: 'a', line: 3, column: 3 });
  });
});

it('tells some of two hundred thousand faults of one key', () => {
  const text = `@{ RequiredModules = ${'$true,'.repeat(200_000)}'a' }`;
  const { value } = readDataFile(new TextEncoder().encode(text), { file: 'a' });
  expect(value && checkManifest(value, { file: 'a' })).toHaveLength(200);
});
