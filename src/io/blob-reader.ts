/** Single files out of blobs. Pages of one package ask for many files of one blob, so the last few stay open. */
import { readFileSync } from 'node:fs';
import { GalleryError } from '../domain/gallery-error.ts';
import { type Archive, openArchive, readEntry } from '../read/archive.ts';

/** What an earlier check accepted is opened again, whatever the policy says today. */
const LIMITS = { maxEntries: 100_000, maxUnpackedBytes: 2 ** 30 };
const KEPT_OPEN = 3;

/** @returns the unpacked bytes of `path` in a blob; throws GalleryError when it cannot be unpacked */
export function openBlobReader(): (blobPath: string, path: string) => Uint8Array {
  const open = new Map<string, Archive | undefined>();
  return (blobPath, path) => {
    if (!open.has(blobPath)) {
      const [oldest] = open.keys();
      if (open.size >= KEPT_OPEN && oldest !== undefined) open.delete(oldest);
      open.set(blobPath, openArchive(readFileSync(blobPath), blobPath, LIMITS).value);
    }
    return entryOf(open.get(blobPath), blobPath, path);
  };
}

export function readBlobEntry(blobPath: string, path: string): Uint8Array {
  return entryOf(openArchive(readFileSync(blobPath), blobPath, LIMITS).value, blobPath, path);
}

function entryOf(archive: Archive | undefined, blobPath: string, path: string): Uint8Array {
  const entry = archive?.find(path);
  const bytes = archive && entry && readEntry(archive, entry, { file: blobPath, entry: path }).value;
  if (!bytes) throw new GalleryError('BLOB_ENTRY', `${path} cannot be unpacked from ${blobPath}.`);
  return bytes;
}
