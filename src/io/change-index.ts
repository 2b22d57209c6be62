/**
 * Changes of packages-index/ on disk: a version added, a record rewritten, a blob taken away. A blob is put there
 * before the record that names it, so whoever is interrupted leaves a blob too many, which the next publish of the
 * same file takes up and every check reports.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { blobName, blobNames } from '../domain/blob-name.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import type { PackageRecord } from '../domain/record.ts';
import { formatRecord } from '../publish/record-text.ts';
import { BLOB_FOLDER, RECORD_FOLDER } from './index-files.ts';
import { hashBytes } from './read-blob.ts';
import { createAtomic, writeAtomic } from './write-atomic.ts';

/** Absolute or relative as `indexDir` is. */
export function recordPath(indexDir: string, id: string): string {
  return join(indexDir, RECORD_FOLDER, `${id}.yaml`);
}

export function blobPath(indexDir: string, blobName: string): string {
  return join(indexDir, BLOB_FOLDER, blobName);
}

/** @throws GalleryError BLOB_IN_THE_WAY when another file has that name */
export function addVersion(
  indexDir: string,
  blobName: string,
  bytes: Uint8Array,
  record: PackageRecord,
): void {
  const path = blobPath(indexDir, blobName);
  const isNew = createBlob(path, bytes);
  try {
    writeRecord(indexDir, record);
  } catch (error) {
    if (isNew) rmSync(path, { force: true });
    throw error;
  }
}

export function writeRecord(indexDir: string, record: PackageRecord): void {
  writeAtomic(recordPath(indexDir, record.id), formatRecord(record));
}

/**
 * The record first: it must never name a blob that is gone.
 */
export function removeVersion(
  indexDir: string,
  { version, sha512 }: { readonly version: string; readonly sha512: string },
  record: PackageRecord,
): void {
  const paths = blobNames(record.id, version).map((name) => blobPath(indexDir, name));
  // Of two names that it may have, one may be another package's.
  const held = paths.find((path) => existsSync(path) && hashBytes(readFileSync(path)) === sha512);
  writeRecord(indexDir, record);
  rmSync(held ?? blobPath(indexDir, blobName(record.id, version)), { force: true });
}

/** @returns whether it was not there before */
function createBlob(path: string, bytes: Uint8Array): boolean {
  try {
    createAtomic(path, bytes);
    return true;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  if (Buffer.compare(readFileSync(path), bytes) === 0) return false;
  throw new GalleryError(
    'BLOB_IN_THE_WAY',
    `${path} is there already with other bytes, and no record names it.`,
    'Find out where it came from; remove it when it is left over from a publish that was interrupted.',
  );
}
