/**
 * A module folder or a script → a .nupkg, with the nuspec, tags and dependencies that Publish-Module would write.
 * What cannot be packed is a Finding; the archive then goes through the same gate as any other.
 */
import { absoluteHttpUrl } from '../domain/absolute-url.ts';
import type { FileTree } from '../domain/file-tree.ts';
import { type Finding, hasErrors } from '../domain/finding.ts';
import type { ModuleManifest } from '../domain/module-manifest.ts';
import type { PackageContent } from '../domain/nupkg.ts';
import { packageTags } from '../domain/package-tags.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import { manifestVersion } from '../read/content-version.ts';
import { readModuleManifest } from '../read/module-manifest.ts';
import { readPackageCommands } from '../read/package-commands.ts';
import { PackageFiles } from '../read/package-source.ts';
import { readScriptFileInfo } from '../read/script-file-info.ts';
import { contentMissing } from '../rules/content-missing.ts';
import { formatNuspec, moduleDependencies, type NuspecFields, scriptDependencies } from './nuspec-text.ts';
import { type ArchiveFile, writeNupkg } from './package-archive.ts';

export interface Packed {
  readonly id: string;
  readonly version: string;
  readonly bytes: Uint8Array;
}

/** What no publisher wants in a package: version control, and what desktops leave behind. */
const LEFT_OUT =
  /(?:^|\/)(?:\.git|\.hg|\.svn)\/|(?:^|\/)(?:\.gitignore|\.gitattributes|\.DS_Store|Thumbs\.db|desktop\.ini)$|\.nupkg$/i;

/** What a package brings along that was unpacked here: its container's parts would take the place of the new ones. */
const OF_A_PACKAGE =
  /^(?:[^/]+\.nuspec|\[Content_Types\]\.xml|_rels\/.*|package\/services\/.*|\.signature\.p7s|PSGetModuleInfo\.xml)$/i;

/**
 * @param tree  the module's folder
 * @param names  names that the module may have, best first: that of its folder, of the folder above
 * @param place  the folder, as the user would name it
 */
export async function packModule(
  tree: FileTree,
  names: readonly string[],
  place: string,
): Promise<Reading<Packed>> {
  const paths = (await tree.list()).filter((path) => !LEFT_OUT.test(path) && !OF_A_PACKAGE.test(path));
  const manifestPath = findManifest(paths, names);
  if (manifestPath === undefined) {
    const findings = [findingOf(contentMissing, { file: place }, { id: names[0] ?? place })];
    return { value: undefined, findings };
  }
  const bytes = await tree.bytes(manifestPath);
  const file = joined(place, manifestPath);
  const { value, findings } = readModuleManifest(bytes, manifestPath, { file });
  if (!value || hasErrors(findings)) return { value: undefined, findings };
  const files: ArchiveFile[] = [];
  for (const path of paths) files.push({ path, bytes: await tree.bytes(path) });
  const id = manifestPath.slice(0, -'.psd1'.length);
  const fields = moduleFields(id, value.manifest, files);
  return packed(fields, files, findings);
}

/** @param path  file name of the script; the package is named after it */
export async function packScript(tree: FileTree, path: string, place: string): Promise<Reading<Packed>> {
  const bytes = await tree.bytes(path);
  const { value: info, findings } = readScriptFileInfo(bytes, path, { file: place });
  if (!info || hasErrors(findings)) return { value: undefined, findings };
  const id = path.replace(/\.ps1$/i, '');
  const files = [{ path, bytes }];
  const tags = tagsOf({ kind: 'script', info }, files);
  const fields: NuspecFields = {
    id,
    version: info.version,
    authors: info.author,
    owners: info.companyName,
    description: info.description,
    releaseNotes: info.releaseNotes,
    requireLicenseAcceptance: false,
    copyright: info.copyright,
    tags,
    licenseUrl: address(info.licenseUri),
    projectUrl: address(info.projectUri),
    iconUrl: address(info.iconUri),
    dependencies: scriptDependencies(info),
  };
  return packed(fields, files, findings);
}

/** Nothing rather than what NuGet cannot read: with it in the nuspec, Save-Module does not unpack the package. */
function address(uri: string | undefined): string | undefined {
  return absoluteHttpUrl(uri?.trim());
}

function packed(
  fields: NuspecFields,
  files: readonly ArchiveFile[],
  findings: readonly Finding[],
): Reading<Packed> {
  const bytes = writeNupkg(fields.id, formatNuspec(fields), files);
  return { value: { id: fields.id, version: fields.version, bytes }, findings };
}

function moduleFields(id: string, manifest: ModuleManifest, files: readonly ArchiveFile[]): NuspecFields {
  return {
    id,
    version: manifestVersion(manifest),
    authors: manifest.author,
    owners: manifest.companyName,
    description: manifest.description,
    releaseNotes: manifest.releaseNotes,
    requireLicenseAcceptance: manifest.requireLicenseAcceptance,
    copyright: manifest.copyright,
    tags: [
      ...tagsOf({ kind: 'module', manifest }, files),
      // As Publish-Module marks packages that clients before 2.0 must not install.
      ...(manifest.requireLicenseAcceptance ? ['PowerShellGetFormatVersion_2.0'] : []),
    ],
    licenseUrl: address(manifest.licenseUri),
    projectUrl: address(manifest.projectUri),
    iconUrl: address(manifest.iconUri),
    dependencies: moduleDependencies(manifest, (name) => isOfModule(name, files)),
  };
}

/** The manifest in the root: one of the wanted names, else the only one there is. */
function findManifest(paths: readonly string[], names: readonly string[]): string | undefined {
  const roots = paths.filter((path) => !path.includes('/') && /\.psd1$/i.test(path));
  for (const name of names) {
    const found = roots.find((path) => path.toLowerCase() === `${name.toLowerCase()}.psd1`);
    if (found !== undefined) return found;
  }
  return roots.length === 1 ? roots[0] : undefined;
}

function isOfModule(name: string, files: readonly ArchiveFile[]): boolean {
  const source = new PackageFiles({ paths: files.map(({ path }) => path), bytes: () => undefined });
  const names = ['', '.psd1', '.psm1', '.cdxml', '.ps1', '.dll'].map((ending) => name + ending);
  return names.some((path) => source.resolve(path) !== undefined) || source.hasFolder(name);
}

/** As the tags of the finished package will be. */
function tagsOf(content: PackageContent, files: readonly ArchiveFile[]): readonly string[] {
  const byPath = new Map(files.map(({ path, bytes }) => [path, bytes]));
  const source = { paths: [...byPath.keys()].sort(), bytes: (path: string) => byPath.get(path) };
  const commands = readPackageCommands(content, new PackageFiles(source));
  return packageTags({ nuspec: { tags: [] }, content, commands });
}

function joined(place: string, path: string): string {
  return place.endsWith('/') ? place + path : `${place}/${path}`;
}
