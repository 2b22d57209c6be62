/**
 * A Nupkg value without an archive, for tests of what comes after reading: every field has a plain default, and a
 * test names only what it is about.
 */
import { createHash } from 'node:crypto';
import type { ExportList, ModuleManifest } from '../../src/domain/module-manifest.ts';
import type { Nupkg, PackageContent, PackageKind } from '../../src/domain/nupkg.ts';
import type { Nuspec } from '../../src/domain/nuspec.ts';
import type { PackageHash } from '../../src/domain/package-hash.ts';
import type { ScriptFileInfo } from '../../src/domain/script-file-info.ts';
import { readPackageCommands } from '../../src/read/package-commands.ts';
import { PackageFiles } from '../../src/read/package-source.ts';

export interface NupkgSpec {
  readonly id?: string;
  readonly version?: string;
  readonly kind?: PackageKind;
  /** Id → range as a nuspec writes it, '' for any version. */
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly nuspec?: Partial<Nuspec>;
  /** Of a module. */
  readonly manifest?: Partial<ModuleManifest>;
  /** Of a script. */
  readonly info?: Partial<ScriptFileInfo>;
  /** Path → size in bytes; the manifest or script is there by default. */
  readonly files?: Readonly<Record<string, number>>;
  readonly roleCapabilities?: readonly string[];
  readonly sizeBytes?: number;
  readonly sha512?: PackageHash;
}

export const NO_EXPORTS: ExportList = { isExplicit: true, names: [], patterns: [] };

export function exportsOf(...names: readonly string[]): ExportList {
  return { isExplicit: true, names, patterns: [] };
}

export function makeNupkgValue(spec: NupkgSpec = {}): Nupkg {
  const { id = 'Contoso.Tools', version = '1.0.0', kind = 'module' } = spec;
  const nuspec = makeNuspec(spec, id, version);
  const content = makeContent(spec, id, version, kind);
  const roleFiles = (spec.roleCapabilities ?? []).map((name) => `RoleCapabilities/${name}.psrc`);
  const files = { [`${id}.${kind === 'module' ? 'psd1' : 'ps1'}`]: 120, ...spec.files };
  return {
    sha512: spec.sha512 ?? hashOf(`${id} ${version}`),
    sizeBytes: spec.sizeBytes ?? 1000,
    nuspec,
    nuspecText: `<package><metadata><id>${id}</id><version>${version}</version></metadata></package>`,
    content,
    files: Object.entries(files)
      .map(([path, sizeBytes]) => ({ path, sizeBytes }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
    commands: readPackageCommands(content, new PackageFiles({ paths: roleFiles, bytes: () => undefined })),
  };
}

/** A hash of the right form that depends on `text` alone. */
export function hashOf(text: string): PackageHash {
  return createHash('sha512').update(text).digest('base64') as PackageHash;
}

function makeNuspec(spec: NupkgSpec, id: string, version: string): Nuspec {
  const dependencies = Object.entries(spec.dependencies ?? {});
  return {
    path: `${id}.nuspec`,
    id,
    version,
    title: undefined,
    authors: 'Contoso',
    owners: undefined,
    description: `What ${id} does.`,
    summary: undefined,
    releaseNotes: undefined,
    copyright: undefined,
    language: undefined,
    tags: [],
    licenseUrl: 'https://licence.example/mit',
    projectUrl: undefined,
    iconUrl: undefined,
    requireLicenseAcceptance: false,
    minClientVersion: undefined,
    dependencies: dependencies.map(([name, range]) => ({ id: name, range })),
    ...spec.nuspec,
  };
}

function makeContent(spec: NupkgSpec, id: string, version: string, kind: PackageKind): PackageContent {
  if (kind === 'script') return { kind, info: makeScriptInfo(id, version, spec.info) };
  return { kind, manifest: makeManifest(id, version, spec.manifest) };
}

export function makeManifest(
  id: string,
  version: string,
  overrides: Partial<ModuleManifest> = {},
): ModuleManifest {
  const hyphen = version.indexOf('-');
  return {
    path: `${id}.psd1`,
    moduleVersion: hyphen < 0 ? version : version.slice(0, hyphen),
    prerelease: hyphen < 0 ? undefined : version.slice(hyphen + 1),
    guid: undefined,
    author: 'Contoso',
    companyName: undefined,
    copyright: undefined,
    description: undefined,
    rootModule: undefined,
    powerShellVersion: undefined,
    powerShellHostVersion: undefined,
    dotNetFrameworkVersion: undefined,
    clrVersion: undefined,
    processorArchitecture: undefined,
    compatiblePSEditions: [],
    requiredModules: [],
    nestedModules: [],
    requiredAssemblies: [],
    functionsToExport: NO_EXPORTS,
    cmdletsToExport: NO_EXPORTS,
    aliasesToExport: NO_EXPORTS,
    dscResourcesToExport: NO_EXPORTS,
    defaultCommandPrefix: undefined,
    helpInfoUri: undefined,
    fileList: [],
    tags: [],
    licenseUri: undefined,
    projectUri: undefined,
    iconUri: undefined,
    releaseNotes: undefined,
    requireLicenseAcceptance: false,
    externalModuleDependencies: [],
    ...overrides,
  };
}

export function makeScriptInfo(
  id: string,
  version: string,
  overrides: Partial<ScriptFileInfo> = {},
): ScriptFileInfo {
  return {
    path: `${id}.ps1`,
    version,
    guid: undefined,
    author: 'Contoso',
    companyName: undefined,
    copyright: undefined,
    description: undefined,
    synopsis: undefined,
    tags: [],
    licenseUri: undefined,
    projectUri: undefined,
    iconUri: undefined,
    externalModuleDependencies: [],
    requiredScripts: [],
    externalScriptDependencies: [],
    releaseNotes: undefined,
    privateData: undefined,
    requiredModules: [],
    powerShellVersion: undefined,
    compatiblePSEditions: [],
    isElevationRequired: false,
    functions: [],
    workflows: [],
    ...overrides,
  };
}
