import { expect, it } from 'vitest';
import { checkManifestFiles } from '../../src/read/manifest-files.ts';
import { readDataFile } from '../../src/read/module-manifest.ts';
import { PackageFiles } from '../../src/read/package-source.ts';

const FILES = new PackageFiles({
  paths: ['Sample.psd1', 'Sample.psm1', 'lib/Sample.dll', 'nested/nested.psm1', 'types.ps1xml'],
  bytes: () => undefined,
});

it.each([
  ["RootModule = 'Sample.psm1'", []],
  ["RootModule = 'sample.PSM1'", ['PSD1_FILE_CASE']],
  ["NestedModules = '.\\Lib\\Sample.dll'", ['PSD1_FILE_CASE']],
  ["NestedModules = 'NESTED'; FileList = 'sample.PSM1'", []],
  ["RootModule = 'Other.psm1'", ['PSD1_FILE_ABSENT']],
  ["RootModule = 'Other'", []],
  ["ModuleToProcess = 'Other.psm1'", ['PSD1_FILE_ABSENT']],
  ["NestedModules = @('nested', '.\\lib\\Sample.dll', 'ActiveDirectory')", []],
  ["NestedModules = @(@{ ModuleName = 'gone.psm1'; ModuleVersion = '1.0' })", ['PSD1_FILE_ABSENT']],
  ["ScriptsToProcess = 'gone.ps1'", ['PSD1_FILE_ABSENT']],
  ["TypesToProcess = 'types.ps1xml'; FormatsToProcess = @()", []],
  ["FormatsToProcess = @('a.ps1xml', 'types.ps1xml')", ['PSD1_FILE_ABSENT']],
  ["RequiredAssemblies = 'System.Web'", []],
  ["RequiredAssemblies = 'lib/Gone.dll'", ['PSD1_FILE_UNLISTED']],
  ["FileList = @('Sample.psm1', 'gone.txt')", ['PSD1_FILE_UNLISTED']],
  ["FileList = @('lib', '*.txt', '$x')", []],
])('says of %s %j', (text, expected) => {
  const { value } = readDataFile(new TextEncoder().encode(`@{ ${text} }`), { file: 'a' });
  const found = value ? checkManifestFiles(value, FILES, { file: 'a' }) : undefined;
  expect(found?.map(({ code }) => code)).toEqual(expected);
});

it('tells some of a hundred thousand files that are not there', () => {
  const names = Array.from({ length: 100_000 }, (_, index) => `'gone/${index}.txt'`);
  const paths = Array.from({ length: 10_000 }, (_, index) => `folder/${index}.txt`);
  const files = new PackageFiles({ paths, bytes: () => undefined });
  const { value } = readDataFile(new TextEncoder().encode(`@{ FileList = ${names.join()} }`), { file: 'a' });
  expect(value && checkManifestFiles(value, files, { file: 'a' })).toHaveLength(200);
});
