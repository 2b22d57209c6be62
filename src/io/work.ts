/**
 * What worker threads do for a build: open blobs, write files. The same functions run on the main thread when
 * there is too little to do for a thread to pay.
 */
import { readFileSync } from 'node:fs';
import { hasErrors } from '../domain/finding.ts';
import type { PackageHash } from '../domain/package-hash.ts';
import type { ArchiveLimits } from '../read/archive.ts';
import { readBlob } from './read-blob.ts';
import { type WriteItem, writeItems } from './write-items.ts';

export type Work =
  | {
      readonly kind: 'read-blobs';
      readonly blobs: readonly BlobToRead[];
      readonly limits: ArchiveLimits;
    }
  | {
      readonly kind: 'gate-blobs';
      readonly blobs: readonly { readonly path: string; readonly file: string }[];
      readonly limits: ArchiveLimits;
    }
  | {
      readonly kind: 'document-blobs';
      readonly blobs: readonly { readonly path: string; readonly file: string; readonly target: string }[];
      readonly limits: ArchiveLimits;
    }
  | { readonly kind: 'write-items'; readonly root: string; readonly items: readonly WriteItem[] };

export interface BlobToRead {
  readonly name: string;
  readonly path: string;
  /** As the user would name it. */
  readonly file: string;
  /** The hash under which its reading is known; with the same bytes it need not be opened again. */
  readonly knownSha512: PackageHash | undefined;
}

/**
 * @returns for blobs the JSON of each BlobReading, since text passes between threads at the least cost; '' for
 * one whose bytes are those that are known. For gated blobs the JSON of each one's findings. Documents go to files.
 */
export async function doWork(work: Work): Promise<readonly string[]> {
  switch (work.kind) {
    case 'read-blobs':
      return work.blobs.map((blob) => {
        const reading = readBlob(blob, work.limits);
        return reading ? JSON.stringify(reading) : '';
      });
    case 'gate-blobs': {
      // Only a check needs the second reader; a build's threads start without it.
      const { gateArchive } = await import('../read/archive-gate.ts');
      const { readBlobDocs } = await import('./document-blob.ts');
      const results: string[] = [];
      // One after the other: each may unpack to as much as the gallery allows.
      for (const { path, file } of work.blobs) {
        const gate = await gateArchive(readFileSync(path), file, work.limits);
        const docs = hasErrors(gate) ? undefined : readBlobDocs(path, file, work.limits);
        results.push(JSON.stringify([...gate, ...(docs?.findings ?? [])]));
      }
      return results;
    }
    case 'document-blobs': {
      // Feeds need none of it, so threads that only read packages start without it.
      const { documentBlob } = await import('./document-blob.ts');
      for (const { path, file, target } of work.blobs) documentBlob(path, file, target, work.limits);
      return [];
    }
    case 'write-items':
      writeItems(work.root, work.items);
      return [];
    default:
      return work satisfies never;
  }
}
