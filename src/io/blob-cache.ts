/**
 * What earlier builds found in blobs. A file that is as it was by its mark is not read; one whose mark changed is
 * read and hashed, and opened only when its SHA-512 is another. A cache that cannot be read or written is no
 * cache: the build then only takes longer.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BlobReading } from '../domain/blob-reading.ts';
import type { PackageHash } from '../domain/package-hash.ts';
import { type IndexFile, SETTLED_MS } from './index-files.ts';
import { writeAtomic } from './write-atomic.ts';

export interface BlobCache {
  /** What was found in this file when it had the same mark. */
  readonly find: (blob: IndexFile) => BlobReading | undefined;
  /** The hash that a file of this name had. */
  readonly knownHash: (blob: IndexFile) => PackageHash | undefined;
  /** What was found when the file had that hash, now under its new mark. */
  readonly renew: (blob: IndexFile) => BlobReading;
  /** @param json  of the reading, as a thread handed it over */
  readonly add: (blob: IndexFile, json: string) => BlobReading;
  /** Keeps what was asked for, and drops the rest. */
  readonly save: () => void;
}

/** One line of the cache file: name, mark, hash, and the reading as JSON. */
interface Line {
  readonly mark: string;
  readonly sha512: PackageHash;
  readonly json: string;
}

/** @param key  whatever else the readings depend on: the code, the limits, the folder as named */
export function openBlobCache(cacheDir: string, key: string, nowMs: number): BlobCache {
  const path = join(cacheDir, `blobs-${key}.tsv`);
  const stored = readLines(path);
  const kept = new Map<string, Line>();
  let isChanged = false;
  const keep = (blob: IndexFile, reading: BlobReading, json: string): BlobReading => {
    isChanged = true;
    const mark = nowMs - blob.modifiedMs > SETTLED_MS ? markText(blob) : '';
    kept.set(blob.name, { mark, sha512: reading.sha512, json });
    return reading;
  };
  return {
    find: (blob) => {
      const line = stored.get(blob.name);
      if (line?.mark !== markText(blob)) return undefined;
      kept.set(blob.name, line);
      return JSON.parse(line.json) as BlobReading;
    },
    knownHash: (blob) => stored.get(blob.name)?.sha512,
    renew: (blob) => {
      const line = stored.get(blob.name);
      if (!line) throw new Error(`${blob.name} is not in the cache`);
      return keep(blob, JSON.parse(line.json) as BlobReading, line.json);
    },
    add: (blob, json) => keep(blob, JSON.parse(json) as BlobReading, json),
    save: () => {
      if (!isChanged && kept.size === stored.size) return;
      try {
        writeAtomic(path, formatLines(kept));
      } catch {
        // No reason to fail: the next build reads again.
      }
    },
  };
}

function markText({ sizeBytes, modifiedMs, inode }: IndexFile): string {
  return `${sizeBytes} ${modifiedMs} ${inode}`;
}

/** Names and JSON hold neither tabs nor line breaks: a name with one is no blob's name, JSON escapes them. */
function formatLines(lines: ReadonlyMap<string, Line>): string {
  return [...lines]
    .map(([name, { mark, sha512, json }]) => `${name}\t${mark}\t${sha512}\t${json}`)
    .join('\n');
}

function readLines(path: string): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  for (const text of readText(path).split('\n')) {
    const [name, mark, sha512, json] = text.split('\t', 4);
    if (name === undefined || mark === undefined || json === undefined) continue;
    lines.set(name, { mark, sha512: sha512 as PackageHash, json });
  }
  return lines;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
