import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BlobReading } from '../../src/domain/blob-reading.ts';
import type { PackageHash } from '../../src/domain/package-hash.ts';
import { openBlobCache } from '../../src/io/blob-cache.ts';
import type { IndexFile } from '../../src/io/index-files.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const LONG_AGO = 1_000_000;
const NOW = LONG_AGO + 60_000;
const blob: IndexFile = { name: 'A.1.0.0.nupkg', sizeBytes: 10, modifiedMs: LONG_AGO, inode: 7 };
const reading: BlobReading = {
  blobName: blob.name,
  sha512: 'hash' as PackageHash,
  sizeBytes: 10,
  nupkg: undefined,
  findings: [{ code: 'X', severity: 'note', place: { file: 'tab\there' }, args: { text: 'line\nbreak' } }],
};

async function savedCache(file = blob, key = 'k') {
  const folder = await makeTempDir();
  const cache = openBlobCache(folder, key, NOW);
  cache.add(file, JSON.stringify(reading));
  cache.save();
  return folder;
}

describe('openBlobCache', () => {
  it('finds what an earlier run added for a file of the same mark', async () => {
    expect(openBlobCache(await savedCache(), 'k', NOW).find(blob)).toEqual(reading);
  });

  it.each([
    ['size', { ...blob, sizeBytes: 11 }],
    ['time', { ...blob, modifiedMs: LONG_AGO + 1 }],
    ['inode', { ...blob, inode: 8 }],
    ['name', { ...blob, name: 'B.1.0.0.nupkg' }],
  ])('does not trust a file of another %s', async (_, other) => {
    expect(openBlobCache(await savedCache(), 'k', NOW).find(other)).toBeUndefined();
  });

  it('knows the hash of a file whose mark changed, and renews it under the new one', async () => {
    const folder = await savedCache();
    const touched = { ...blob, modifiedMs: LONG_AGO + 5 };
    const second = openBlobCache(folder, 'k', NOW);
    expect(second.find(touched)).toBeUndefined();
    expect(second.knownHash(touched)).toBe('hash');
    expect(second.renew(touched)).toEqual(reading);
    second.save();
    expect(openBlobCache(folder, 'k', NOW).find(touched)).toEqual(reading);
  });

  it('does not trust the mark of a file that changed a moment ago', async () => {
    const fresh = { ...blob, modifiedMs: NOW - 500 };
    expect(openBlobCache(await savedCache(fresh), 'k', NOW).find(fresh)).toBeUndefined();
  });

  it('forgets what nobody asked for any more', async () => {
    const folder = await savedCache();
    openBlobCache(folder, 'k', NOW).save();
    expect(openBlobCache(folder, 'k', NOW).find(blob)).toBeUndefined();
  });

  it('keeps apart what was read with another key, and survives a folder that cannot be written', async () => {
    expect(openBlobCache(await savedCache(), 'other', NOW).find(blob)).toBeUndefined();
    const cache = openBlobCache(join(await savedCache(), 'blobs-k.tsv', 'none'), 'k', NOW);
    cache.add(blob, JSON.stringify(reading));
    expect(() => cache.save()).not.toThrow();
  });
});
