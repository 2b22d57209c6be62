/** One blob → what it documents, and how well. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Finding } from '../domain/finding.ts';
import type { Nupkg } from '../domain/nupkg.ts';
import { readmeFile } from '../domain/package-files.ts';
import { judgeQuality } from '../domain/quality.ts';
import type { VersionDocs } from '../domain/version-docs.ts';
import { type ArchiveLimits, openArchive } from '../read/archive.ts';
import { archiveSource, readNupkg } from '../read/nupkg.ts';
import { readPackageDocs } from '../read/package-docs.ts';
import { PackageFiles } from '../read/package-source.ts';
import { plainReadme } from '../read/plain-readme.ts';
import { hashBytes } from './read-blob.ts';
import { writeAtomic } from './write-atomic.ts';

export interface DocumentedBlob extends VersionDocs {
  /** Of code and help files that cannot be read. */
  readonly findings: readonly Finding[];
}

/**
 * @param bytes  of the archive that `nupkg` was read from
 * @param file  as the user would name it
 */
export function readVersionDocs(
  bytes: Uint8Array,
  nupkg: Nupkg,
  file: string,
  limits: ArchiveLimits,
): DocumentedBlob {
  const { value: archive } = openArchive(bytes, file, limits);
  if (!archive) throw new Error(`${file} was opened before and cannot be opened now`);
  const files = new PackageFiles(archiveSource(archive, nupkg.files));
  const { nuspec, content, commands } = nupkg;
  const inner = content.kind === 'module' ? content.manifest : content.info;
  const licenseUrl = nuspec.licenseUrl ?? inner.licenseUri;
  const { docs, findings } = readPackageDocs({ id: nuspec.id, content, commands, licenseUrl }, files, file);
  const readmePaths = [readmeFile(nupkg), ...docs.topics.map(({ path }) => path)];
  const readme = plainReadme(readmePaths.map((path) => (path === undefined ? '' : (files.text(path) ?? ''))));
  return { docs, quality: judgeQuality({ nupkg, docs }), readme, hashes: hashFiles(files), findings };
}

function hashFiles(files: PackageFiles): Readonly<Record<string, string>> {
  return Object.fromEntries(
    files.paths.map((path) => [
      path,
      createHash('sha256')
        .update(files.bytes(path) ?? '')
        .digest('hex'),
    ]),
  );
}

/** The same of a file on disk; undefined when it is no package that can be read. */
export function readBlobDocs(path: string, file: string, limits: ArchiveLimits): DocumentedBlob | undefined {
  const bytes = readFileSync(path);
  const { value: nupkg } = readNupkg(bytes, file, hashBytes(bytes), limits);
  return nupkg && readVersionDocs(bytes, nupkg, file, limits);
}

/**
 * Into a file, as JSON.
 * @throws when the blob cannot be opened: a build has read it before
 */
export function documentBlob(path: string, file: string, target: string, limits: ArchiveLimits): void {
  const read = readBlobDocs(path, file, limits);
  if (!read) throw new Error(`${file} cannot be read any more`);
  const { docs, quality, readme, hashes } = read;
  writeAtomic(target, JSON.stringify({ docs, quality, readme, hashes } satisfies VersionDocs));
}
