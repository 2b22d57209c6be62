/**
 * One .nupkg → Nupkg: the archive opened strictly, its nuspec, and the manifest or script in its root. Only the
 * files that are needed are unpacked. Whether every byte of it is sound is archive-gate's question.
 */
import type { Finding, Place } from '../domain/finding.ts';
import { firstOfEach } from '../domain/first-of-each.ts';
import type { Nupkg, NupkgFile, PackageContent } from '../domain/nupkg.ts';
import type { Nuspec } from '../domain/nuspec.ts';
import type { PackageHash } from '../domain/package-hash.ts';
import { packageKey, parsePackageId } from '../domain/package-id.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import { parseVersionRange } from '../domain/version-range.ts';
import { contentMissing } from '../rules/content-missing.ts';
import { dependencyRange } from '../rules/dependency-range.ts';
import { dependencySelf } from '../rules/dependency-self.ts';
import { nameGrammar } from '../rules/name-grammar.ts';
import { packageTooManyCommands } from '../rules/package-too-many-commands.ts';
import { xmlTooLarge } from '../rules/xml-too-large.ts';
import {
  type Archive,
  type ArchiveEntry,
  type ArchiveLimits,
  openArchive,
  readEntry,
  unescapedPath,
} from './archive.ts';
import { checkContentVersion } from './content-version.ts';
import { readModuleManifest } from './module-manifest.ts';
import { locateNuspec, readNuspec } from './nuspec.ts';
import { MAX_COMMANDS, readPackageCommands } from './package-commands.ts';
import { PackageFiles, type PackageSource } from './package-source.ts';
import { readScriptFileInfo } from './script-file-info.ts';
import { decodeText } from './text-encoding.ts';
import { XML_MAX_LENGTH } from './xml-elements.ts';

/** A character takes four bytes at most; what cannot be short enough is not unpacked. */
const NUSPEC_MAX_BYTES = 4 * XML_MAX_LENGTH;

/**
 * @param bytes  the whole archive
 * @param file  as the user would name it
 * @param sha512  of `bytes`
 */
export function readNupkg(
  bytes: Uint8Array,
  file: string,
  sha512: PackageHash,
  limits: ArchiveLimits,
): Reading<Nupkg> {
  const opened = openArchive(bytes, file, limits);
  const findings: Finding[] = [...opened.findings];
  const archive = opened.value;
  if (!archive) return { value: undefined, findings };
  const take = <T>(reading: Reading<T>): T | undefined => {
    for (const finding of reading.findings) findings.push(finding);
    return reading.value;
  };
  const entry = take(locateNuspec(archive, file));
  if (entry && entry.sizeBytes > NUSPEC_MAX_BYTES) {
    const args = { found: entry.sizeBytes, limit: XML_MAX_LENGTH };
    findings.push(findingOf(xmlTooLarge, { file, entry: entry.path }, args));
    return { value: undefined, findings };
  }
  const nuspecBytes = entry && take(readEntry(archive, entry, { file, entry: entry.path }));
  if (!entry || !nuspecBytes) return { value: undefined, findings };
  const nuspecText = decodeText(nuspecBytes);
  const nuspec = take(readNuspec(nuspecText, entry.path, { file, entry: entry.path }));
  if (!nuspec) return { value: undefined, findings };
  for (const finding of firstOfEach(checkNuspec(nuspec, { file, entry: entry.path }))) findings.push(finding);
  const content = take(readContent(archive, nuspec, file));
  if (!content) return { value: undefined, findings };
  findings.push(...checkContentVersion(nuspec, content, file));
  const files = packageFiles(archive);
  const commands = readPackageCommands(content, new PackageFiles(archiveSource(archive, files)));
  if (commands.length > MAX_COMMANDS) {
    findings.push(findingOf(packageTooManyCommands, { file }, { limit: MAX_COMMANDS }));
    return { value: undefined, findings };
  }
  const value: Nupkg = {
    sha512,
    sizeBytes: bytes.length,
    nuspec,
    nuspecText,
    content,
    files,
    commands,
  };
  return { value, findings };
}

function checkNuspec(nuspec: Nuspec, place: Place): readonly Finding[] {
  const findings: Finding[] = [];
  if (!parsePackageId(nuspec.id).ok) findings.push(findingOf(nameGrammar, place, { id: nuspec.id }));
  for (const { id, range } of nuspec.dependencies) {
    if (packageKey(id) === packageKey(nuspec.id)) findings.push(findingOf(dependencySelf, place, { id }));
    if (!parseVersionRange(range).ok) findings.push(findingOf(dependencyRange, place, { id, range }));
  }
  return findings;
}

/** A module has <Id>.psd1 in its root, a script <Id>.ps1 and no manifest. */
function readContent(archive: Archive, nuspec: Nuspec, file: string): Reading<PackageContent> {
  const manifest = rootEntry(archive, `${nuspec.id}.psd1`);
  const script = manifest ? undefined : rootEntry(archive, `${nuspec.id}.ps1`);
  const entry = manifest ?? script;
  if (!entry) {
    const findings = [findingOf(contentMissing, { file }, { id: nuspec.id })];
    return { value: undefined, findings };
  }
  const place = { file, entry: entry.path };
  const bytes = readEntry(archive, entry, place);
  if (!bytes.value) return { value: undefined, findings: bytes.findings };
  if (manifest) {
    const { value, findings } = readModuleManifest(bytes.value, entry.path, place);
    const content = value && ({ kind: 'module', manifest: value.manifest } as const);
    return { value: content, findings: [...bytes.findings, ...findings] };
  }
  const { value, findings } = readScriptFileInfo(bytes.value, entry.path, place);
  const content = value && ({ kind: 'script', info: value } as const);
  return { value: content, findings: [...bytes.findings, ...findings] };
}

function rootEntry(archive: Archive, name: string): ArchiveEntry | undefined {
  const wanted = name.toLowerCase();
  return archive.find(name) ?? archive.entries.find((entry) => entry.path.toLowerCase() === wanted);
}

/** Without the parts that only the container format needs. */
function packageFiles(archive: Archive): readonly NupkgFile[] {
  return archive.entries
    .filter((entry) => !entry.isFolder && !isContainerPart(entry.path))
    .map(({ path, sizeBytes }) => ({ path: unescapedPath(path), sizeBytes }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isContainerPart(path: string): boolean {
  return (
    path === '[Content_Types].xml' ||
    path.startsWith('_rels/') ||
    path.startsWith('package/services/metadata/')
  );
}

/** The files of the package itself, unpacked when they are asked for. */
export function archiveSource(archive: Archive, files: readonly NupkgFile[]): PackageSource {
  return {
    paths: files.map(({ path }) => path),
    bytes: (path) => {
      const entry = archive.find(path);
      return entry && readEntry(archive, entry, { file: path }).value;
    },
  };
}
