/**
 * What the versions of a gallery document, one file each, read when a page asks for it: all of it at once would be more
 * than fits into memory. The files are kept by the hash of the blob, so a blob is documented once.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Gallery, PackageVersion } from '../domain/gallery.ts';
import type { VersionDocs } from '../domain/version-docs.ts';
import { codeVersion } from './code-version.ts';
import { BLOB_FOLDER, type IndexFiles } from './index-files.ts';
import type { WorkPool } from './work-pool.ts';

export type DocsReader = (item: PackageVersion) => VersionDocs;

export interface DocsStore {
  readonly read: DocsReader;
  /** Drops what is kept for this build only. */
  readonly discard: () => void;
}

/** Blobs handed to a thread at a time: reading the documentation of one takes long enough. */
const BATCH = 8;
/** Pages of one package are rendered one after the other, those of a few packages side by side. */
const KEPT_IN_MEMORY = 6;

export async function documentGallery(
  gallery: Gallery,
  files: IndexFiles,
  pool: WorkPool,
  cacheDir: string | undefined,
  onProgress: (doneCount: number, totalCount: number) => void,
): Promise<DocsStore> {
  const folder = cacheDir === undefined ? mkdtempSync(join(tmpdir(), 'pwshelf-docs-')) : keptFolder(cacheDir);
  const versions = gallery.packages.flatMap((item) => item.versions);
  const discard = () => {
    if (cacheDir === undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    const fileOf = (item: PackageVersion) => join(folder, fileName(item));
    dropOthers(folder, versions);
    const missing = versions.filter((item) => !existsSync(fileOf(item)));
    let doneCount = versions.length - missing.length;
    onProgress(doneCount, versions.length);
    const lane = async () => {
      for (let batch = missing.splice(0, BATCH); batch.length > 0; batch = missing.splice(0, BATCH)) {
        const blobs = batch.map((item) => {
          const file = files.root + BLOB_FOLDER + item.blobName;
          return { path: file, file, target: fileOf(item) };
        });
        await pool.run({ kind: 'document-blobs', blobs, limits: gallery.settings.policy });
        doneCount += batch.length;
        onProgress(doneCount, versions.length);
      }
    };
    await Promise.all(Array.from({ length: pool.width }, lane));
    return { read: reader(fileOf), discard };
  } catch (error) {
    discard();
    throw error;
  }
}

function reader(fileOf: (item: PackageVersion) => string): DocsReader {
  const recent = new Map<string, VersionDocs>();
  return (item) => {
    const path = fileOf(item);
    const known = recent.get(path);
    if (known) return known;
    const found = JSON.parse(readFileSync(path, 'utf8')) as VersionDocs;
    recent.set(path, found);
    const [oldest] = recent.keys();
    if (recent.size > KEPT_IN_MEMORY && oldest !== undefined) recent.delete(oldest);
    return found;
  };
}

/** Another version of the code reads otherwise. */
function keptFolder(cacheDir: string): string {
  const folder = join(cacheDir, `docs-${codeVersion().slice(0, 24)}`);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(cacheDir)) {
    if (name.startsWith('docs-') && join(cacheDir, name) !== folder) {
      rmSync(join(cacheDir, name), { recursive: true, force: true });
    }
  }
  return folder;
}

function fileName(item: PackageVersion): string {
  // The id shapes what is read too, but it is in the blob.
  return `${createHash('sha256').update(item.nupkg.sha512).digest('hex').slice(0, 32)}.json`;
}

function dropOthers(folder: string, versions: readonly PackageVersion[]): void {
  const wanted = new Set(versions.map(fileName));
  for (const name of readdirSync(folder)) {
    if (!wanted.has(name)) rmSync(join(folder, name), { force: true });
  }
}
