/** One file of blobs/ → BlobReading: its bytes are read and hashed, then opened; nothing of it is kept but what was read. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { BlobReading } from '../domain/blob-reading.ts';
import type { PackageHash } from '../domain/package-hash.ts';
import type { ArchiveLimits } from '../read/archive.ts';
import { readNupkg } from '../read/nupkg.ts';
import type { BlobToRead } from './work.ts';

/** Undefined when the bytes are those whose reading is known already. */
export function readBlob(blob: BlobToRead, limits: ArchiveLimits): BlobReading | undefined {
  const bytes = readFileSync(blob.path);
  const sha512 = hashBytes(bytes);
  if (sha512 === blob.knownSha512) return undefined;
  const { value, findings } = readNupkg(bytes, blob.file, sha512, limits);
  return { blobName: blob.name, sha512, sizeBytes: bytes.length, nupkg: value, findings };
}

export function hashBytes(bytes: Uint8Array): PackageHash {
  return createHash('sha512').update(bytes).digest('base64') as PackageHash;
}
