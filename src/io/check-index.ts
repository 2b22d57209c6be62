/**
 * The whole check of an index: everything that a build finds, and beyond it every byte of the blobs unpacked. With
 * a revision to compare with, only the blobs that are new since then, and that none has changed or vanished.
 */
import type { Finding } from '../domain/finding.ts';
import { type GallerySettings, gallerySettingsSchema } from '../domain/gallery-settings.ts';
import { applySeverities } from '../publish/apply-severities.ts';
import { changeFindings, type IndexChange } from '../publish/history.ts';
import { distinctFindings } from './distinct-findings.ts';
import { gitChangesSince } from './git.ts';
import { BLOB_FOLDER, type IndexFiles, listIndexFiles } from './index-files.ts';
import { loadListedGallery } from './load-gallery.ts';
import { openWorkPool, threadsFor, type WorkPool } from './work-pool.ts';

export interface CheckIndexOptions {
  readonly indexDir: string;
  readonly cacheDir: string | undefined;
  /** A git revision, or undefined to look at every blob. */
  readonly base: string | undefined;
  readonly onProgress?: (progress: CheckProgress) => void;
}

export interface CheckProgress {
  readonly stage: 'read' | 'unpack';
  readonly doneCount: number;
  readonly totalCount: number;
}

export interface CheckOutcome {
  readonly findings: readonly Finding[];
  readonly packageCount: number;
  readonly blobCount: number;
  /** How many blobs were unpacked in full. */
  readonly unpackedCount: number;
}

/** @throws GalleryError when there is no such folder or revision */
export async function checkIndex(options: CheckIndexOptions): Promise<CheckOutcome> {
  const files = listIndexFiles(options.indexDir);
  const changes =
    options.base === undefined ? undefined : await gitChangesSince(options.base, options.indexDir);
  const pool = openWorkPool(threadsFor(files.blobs.length));
  try {
    const { value, findings, records } = await loadListedGallery(files, pool, {
      cacheDir: options.cacheDir,
      onProgress: (progress) => options.onProgress?.({ stage: 'read', ...progress }),
    });
    const names = changes ? newBlobs(changes) : undefined;
    const chosen = files.blobs.filter(({ name }) => names?.has(name) ?? true).map(({ name }) => name);
    const gate = await gateBlobs(files, chosen, value?.settings ?? DEFAULTS, pool, options);
    const all = [
      ...findings,
      ...gate,
      ...(changes
        ? changeFindings(
            changes,
            records.map(({ record }) => record),
            files.root,
          )
        : []),
    ];
    return {
      findings: distinctFindings(applySeverities(all, (value?.settings ?? DEFAULTS).policy.severities)),
      packageCount: records.length,
      blobCount: files.blobs.length,
      unpackedCount: chosen.length,
    };
  } finally {
    await pool.close();
  }
}

const DEFAULTS: GallerySettings = gallerySettingsSchema.parse({
  title: '-',
  description: '-',
  owners: ['nobody'],
});

/** Blobs unpacked by one piece of work: few, so that progress shows. */
const BATCH = 8;

async function gateBlobs(
  files: IndexFiles,
  names: readonly string[],
  { policy }: GallerySettings,
  pool: WorkPool,
  { onProgress }: CheckIndexOptions,
): Promise<readonly Finding[]> {
  const found = new Map<string, readonly Finding[]>();
  const report = () => onProgress?.({ stage: 'unpack', doneCount: found.size, totalCount: names.length });
  let start = 0;
  const lane = async () => {
    while (start < names.length) {
      const batch = names.slice(start, start + BATCH);
      start += BATCH;
      const blobs = batch.map((name) => {
        const file = files.root + BLOB_FOLDER + name;
        return { path: file, file };
      });
      const results = await pool.run({ kind: 'gate-blobs', blobs, limits: policy });
      batch.forEach((name, index) => {
        found.set(name, JSON.parse(results[index] ?? '[]') as Finding[]);
      });
      report();
    }
  };
  report();
  await Promise.all(Array.from({ length: pool.width }, lane));
  return names.flatMap((name) => found.get(name) ?? []);
}

function newBlobs(changes: readonly IndexChange[]): ReadonlySet<string> {
  const inBlobs = changes.filter(({ kind, path }) => kind !== 'gone' && path.startsWith(BLOB_FOLDER));
  return new Set(inBlobs.map(({ path }) => path.slice(BLOB_FOLDER.length)));
}
