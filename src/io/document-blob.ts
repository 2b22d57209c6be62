/** One blob → a file with what it documents, as JSON. */
import { readFileSync } from 'node:fs';
import { judgeQuality } from '../domain/quality.ts';
import type { VersionDocs } from '../domain/version-docs.ts';
import { type ArchiveLimits, openArchive } from '../read/archive.ts';
import { archiveSource, readNupkg } from '../read/nupkg.ts';
import { readPackageDocs } from '../read/package-docs.ts';
import { PackageFiles } from '../read/package-source.ts';
import { hashBytes } from './read-blob.ts';
import { writeAtomic } from './write-atomic.ts';

/**
 * @param file  the blob as the user would name it
 * @throws when the blob cannot be opened: a build has read it before
 */
export function documentBlob(path: string, file: string, target: string, limits: ArchiveLimits): void {
  const bytes = readFileSync(path);
  const { value: nupkg } = readNupkg(bytes, file, hashBytes(bytes), limits);
  const { value: archive } = openArchive(bytes, file, limits);
  if (!nupkg || !archive) throw new Error(`${file} cannot be read any more`);
  const files = new PackageFiles(archiveSource(archive, nupkg.files));
  const { nuspec, content, commands } = nupkg;
  const licenseUrl =
    nuspec.licenseUrl ?? (content.kind === 'module' ? content.manifest : content.info).licenseUri;
  const { docs } = readPackageDocs({ id: nuspec.id, content, commands, licenseUrl }, files, file);
  const value: VersionDocs = { docs, quality: judgeQuality({ nupkg, docs }) };
  writeAtomic(target, JSON.stringify(value));
}
