/** A module's .psd1 → ModuleManifest, in every form that PowerShell accepts. */
import type { DataValue } from '../domain/data-value.ts';
import { type Finding, hasErrors, type Place } from '../domain/finding.ts';
import { firstOfEach } from '../domain/first-of-each.ts';
import type { ModuleManifest } from '../domain/module-manifest.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import { psd1Depth } from '../rules/psd1-depth.ts';
import { psd1DuplicateKey } from '../rules/psd1-duplicate-key.ts';
import { psd1Keys } from '../rules/psd1-keys.ts';
import { psd1NotHashtable } from '../rules/psd1-not-hashtable.ts';
import { psd1Syntax } from '../rules/psd1-syntax.ts';
import { psd1TooLarge } from '../rules/psd1-too-large.ts';
import { psd1VersionMissing } from '../rules/psd1-version-missing.ts';
import { DATA_MAX_DEPTH, type DataProblem, parseDataFile } from './data-language.ts';
import { parseDotNetGuid } from './dotnet-values.ts';
import { ManifestValues } from './manifest-values.ts';
import { MAX_TEXT_BYTES } from './package-source.ts';
import { withSourceLines } from './source-line.ts';
import { decodePowerShell } from './text-encoding.ts';

/** As PowerShell's own reader of data files has it. */
const MAX_KEYS = 500;

export interface ManifestReading {
  readonly manifest: ModuleManifest;
  /** The whole value, with the keys that no gallery needs. */
  readonly data: DataValue;
}

/** The hashtable of a .psd1, whatever it is for. */
export function readDataFile(bytes: Uint8Array, place: Place): Reading<DataValue> {
  if (bytes.length > MAX_TEXT_BYTES) {
    const args = { found: bytes.length, limit: MAX_TEXT_BYTES };
    return { value: undefined, findings: [findingOf(psd1TooLarge, place, args)] };
  }
  const text = decodePowerShell(bytes);
  const parsed = parseDataFile(text);
  if (parsed.ok) return { value: parsed.value, findings: firstOfEach(keyFindings(parsed.value, place)) };
  return { value: undefined, findings: withSourceLines([problemFinding(parsed.problem, place)], text) };
}

/** @param path  of the manifest inside the package */
export function readModuleManifest(bytes: Uint8Array, path: string, place: Place): Reading<ManifestReading> {
  const { value: data, findings } = readDataFile(bytes, place);
  if (!data || hasErrors(findings)) return { value: undefined, findings };
  const found: Finding[] = [...findings];
  const manifest = manifestOf(data, path, place, found);
  const told = firstOfEach(found);
  if (!manifest) return { value: undefined, findings: [...told, findingOf(psd1VersionMissing, place, {})] };
  return { value: { manifest, data }, findings: sourced(told, bytes) };
}

function sourced(findings: readonly Finding[], bytes: Uint8Array): readonly Finding[] {
  return findings.length === 0 ? findings : withSourceLines(findings, decodePowerShell(bytes));
}

function manifestOf(
  data: DataValue,
  path: string,
  place: Place,
  findings: Finding[],
): ModuleManifest | undefined {
  const values = new ManifestValues(data, place, findings);
  const psData = values.inner('PrivateData').inner('PSData');
  const moduleVersion = values.single('ModuleVersion');
  if (moduleVersion === undefined) return undefined;
  const guid = values.single('GUID');
  return {
    path,
    moduleVersion,
    prerelease: psData.text('Prerelease')?.trim().replace(/^-/, ''),
    guid: guid === undefined ? undefined : (parseDotNetGuid(guid) ?? guid),
    author: values.text('Author'),
    companyName: values.text('CompanyName'),
    copyright: values.text('Copyright'),
    description: values.text('Description'),
    rootModule: values.text('RootModule') ?? values.text('ModuleToProcess'),
    powerShellVersion: values.single('PowerShellVersion'),
    powerShellHostVersion: values.single('PowerShellHostVersion'),
    dotNetFrameworkVersion: values.single('DotNetFrameworkVersion'),
    clrVersion: values.single('CLRVersion'),
    processorArchitecture: values.text('ProcessorArchitecture'),
    compatiblePSEditions: values.texts('CompatiblePSEditions'),
    requiredModules: values.modules('RequiredModules'),
    nestedModules: values.modules('NestedModules'),
    requiredAssemblies: values.texts('RequiredAssemblies'),
    functionsToExport: values.exports('FunctionsToExport'),
    cmdletsToExport: values.exports('CmdletsToExport'),
    aliasesToExport: values.exports('AliasesToExport'),
    dscResourcesToExport: values.exports('DscResourcesToExport', []),
    defaultCommandPrefix: values.text('DefaultCommandPrefix'),
    helpInfoUri: values.text('HelpInfoURI'),
    fileList: values.texts('FileList'),
    tags: psData.texts('Tags'),
    licenseUri: psData.link('LicenseUri'),
    projectUri: psData.link('ProjectUri'),
    iconUri: psData.link('IconUri'),
    releaseNotes: psData.lines('ReleaseNotes'),
    requireLicenseAcceptance: psData.boolean('RequireLicenseAcceptance'),
    externalModuleDependencies: psData.texts('ExternalModuleDependencies'),
  };
}

function keyFindings(value: DataValue, place: Place): readonly Finding[] {
  if (value.kind === 'array') return value.items.flatMap((item) => keyFindings(item, place));
  if (value.kind !== 'hashtable') return [];
  const inner = value.entries.flatMap((entry) => keyFindings(entry.value, place));
  const found = value.entries.length;
  return found > MAX_KEYS ? [findingOf(psd1Keys, place, { found, limit: MAX_KEYS }), ...inner] : inner;
}

function problemFinding(problem: DataProblem, file: Place): Finding {
  const place = { ...file, line: problem.line, column: problem.column };
  switch (problem.kind) {
    case 'syntax':
      return findingOf(psd1Syntax, place, { problem: problem.detail });
    case 'no-hashtable':
      return findingOf(psd1NotHashtable, place, {});
    case 'duplicate-key':
      return findingOf(psd1DuplicateKey, place, { key: problem.detail });
    case 'depth':
      return findingOf(psd1Depth, place, { limit: DATA_MAX_DEPTH });
    default:
      return problem.kind satisfies never;
  }
}
