/**
 * packages-index/ → Gallery: every record read, every blob hashed and opened, on as many cores as pay. All faults
 * of the whole index come out of one run.
 */
import { createHash } from 'node:crypto';
import type { BlobReading } from '../domain/blob-reading.ts';
import type { Gallery } from '../domain/gallery.ts';
import { type GallerySettings, gallerySettingsSchema } from '../domain/gallery-settings.ts';
import { NO_KEYS, type PublishingKeys } from '../domain/publishing-keys.ts';
import type { Reading } from '../domain/reading.ts';
import { applySeverities, checkSeverities } from '../publish/apply-severities.ts';
import { type RecordFile, readGallery } from '../read/gallery.ts';
import { type BlobCache, openBlobCache } from './blob-cache.ts';
import { codeVersion } from './code-version.ts';
import { BLOB_FOLDER, type IndexFile, type IndexFiles, listIndexFiles } from './index-files.ts';
import { loadKeys, loadListedRecords, loadSettings } from './load-records.ts';
import { openWorkPool, threadsFor, type WorkPool } from './work-pool.ts';

export interface LoadGalleryOptions {
  /** As the user names it; findings name their files under it. */
  readonly indexDir: string;
  /** Undefined for no cache. */
  readonly cacheDir: string | undefined;
  readonly threads?: number;
  /** Names of blobs that count as absent. */
  readonly leftOut?: ReadonlySet<string>;
  readonly onProgress?: (progress: LoadProgress) => void;
}

export interface LoadProgress {
  readonly doneCount: number;
  readonly totalCount: number;
}

/** A Gallery leaves out what is gone: the records still tell of it. */
export interface LoadedIndex extends Reading<Gallery> {
  readonly records: readonly RecordFile[];
  /** Apart from the Gallery, so that no page can show them; none when keys.yaml has errors. */
  readonly keys: PublishingKeys;
}

/** Blobs handed to a thread at a time: enough that the handing over does not count. */
const BATCH = 64;

/** @throws GalleryError when there is no such folder */
export async function loadGallery(options: LoadGalleryOptions): Promise<LoadedIndex> {
  const listed = listIndexFiles(options.indexDir);
  const files = { ...listed, blobs: listed.blobs.filter(({ name }) => !options.leftOut?.has(name)) };
  const pool = openWorkPool(options.threads ?? threadsFor(files.blobs.length));
  try {
    return await loadListedGallery(files, pool, options);
  } finally {
    await pool.close();
  }
}

/** The same for an index that is listed already, with threads that the caller goes on to use. */
export async function loadListedGallery(
  files: IndexFiles,
  pool: WorkPool,
  { cacheDir, onProgress }: Pick<LoadGalleryOptions, 'cacheDir' | 'onProgress'>,
): Promise<LoadedIndex> {
  const settings = loadSettings(files);
  const keys = loadKeys(files);
  const usable = settings.value ?? FALLBACK_SETTINGS;
  // The threads are set to work first: the records are read on this one in the meantime.
  const reading = loadBlobs(files, pool, usable, cacheDir, onProgress);
  const records = loadListedRecords(files);
  const blobs = await reading;
  const gallery = readGallery({
    settings: usable,
    records: records.records,
    blobs,
    blobFolder: files.root + BLOB_FOLDER,
    unreadRecords: records.unread,
  });
  return {
    value: settings.value && records.unread.length === 0 ? gallery.value : undefined,
    findings: applySeverities(
      [
        ...files.findings,
        ...settings.findings,
        ...keys.findings,
        ...checkSeverities(usable.policy.severities, files.settings?.name ?? 'gallery.yaml'),
        ...records.findings,
        ...gallery.findings,
      ],
      usable.policy.severities,
    ),
    records: records.records,
    keys: keys.value ?? NO_KEYS,
  };
}

/** Lets the rest of the index be checked when gallery.yaml cannot be read; nothing is built from it. */
const FALLBACK_SETTINGS: GallerySettings = gallerySettingsSchema.parse({
  title: 'Gallery',
  description: 'Gallery',
  owners: ['nobody'],
});

async function loadBlobs(
  files: IndexFiles,
  pool: WorkPool,
  settings: GallerySettings,
  cacheDir: string | undefined,
  onProgress: LoadGalleryOptions['onProgress'],
): Promise<readonly BlobReading[]> {
  const cache = cacheDir === undefined ? undefined : openCache(files, settings, cacheDir);
  const readings = new Map<string, BlobReading>();
  const unknown: IndexFile[] = [];
  for (const blob of files.blobs) {
    const found = cache?.find(blob);
    if (found) readings.set(blob.name, found);
    else unknown.push(blob);
  }
  const report = () => onProgress?.({ doneCount: readings.size, totalCount: files.blobs.length });
  report();
  const limits = settings.policy;
  const next = batches(unknown);
  const lane = async () => {
    for (let batch = next(); batch.length > 0; batch = next()) {
      const blobs = batch.map((blob) => {
        const file = files.root + BLOB_FOLDER + blob.name;
        return { name: blob.name, path: file, file, knownSha512: cache?.knownHash(blob) };
      });
      const results = await pool.run({ kind: 'read-blobs', blobs, limits });
      batch.forEach((blob, index) => {
        readings.set(blob.name, accept(blob, results[index] ?? '', cache));
      });
      report();
    }
  };
  await Promise.all(Array.from({ length: pool.width }, lane));
  cache?.save();
  return files.blobs.flatMap((blob) => readings.get(blob.name) ?? []);
}

function accept(blob: IndexFile, json: string, cache: BlobCache | undefined): BlobReading {
  if (cache) return json === '' ? cache.renew(blob) : cache.add(blob, json);
  return JSON.parse(json) as BlobReading;
}

function openCache(files: IndexFiles, { policy }: GallerySettings, cacheDir: string): BlobCache {
  const key = createHash('sha256').update(JSON.stringify([codeVersion(), files.root, policy]));
  return openBlobCache(cacheDir, key.digest('hex').slice(0, 24), Date.now());
}

/** One batch after another; empty when there are no more. */
function batches(blobs: readonly IndexFile[]): () => readonly IndexFile[] {
  let start = 0;
  return () => {
    const batch = blobs.slice(start, start + BATCH);
    start += BATCH;
    return batch;
  };
}
