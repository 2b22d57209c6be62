/** From the index of one commit to that of another, by reading what changed between them. */
import { blobNames } from '../domain/blob-name.ts';
import type { BlobReading } from '../domain/blob-reading.ts';
import { hasErrors } from '../domain/finding.ts';
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { type PackageKey, packageKey } from '../domain/package-id.ts';
import { NO_KEYS, type PublishingKeys } from '../domain/publishing-keys.ts';
import type { PackageRecord } from '../domain/record.ts';
import { applySeverities } from '../publish/apply-severities.ts';
import { INDEX_ROOT, type TreeChange } from '../publish/request/tree-change.ts';
import { blobsOf, holdersOf, rereadGallery } from '../read/gallery-part.ts';
import { readNupkg } from '../read/nupkg.ts';
import { readPublishingKeys } from '../read/publishing-keys.ts';
import { readRecord } from '../read/record.ts';
import type { IndexClone } from './index-clone.ts';
import { BLOB_FOLDER, KEYS_FILE, RECORD_FOLDER, SETTINGS_FILE } from './index-files.ts';
import type { IndexState, KnownStep } from './live-index.ts';
import { hashBytes } from './read-blob.ts';

/** With more new blobs, threads and their cache are quicker. */
const MAX_NEW_BLOBS = 64;
const RECORDS = INDEX_ROOT + RECORD_FOLDER;
const BLOBS = INDEX_ROOT + BLOB_FOLDER;

/** @returns undefined when the whole is to be read, and told about: so that only one place does */
export async function stepIndex(
  clone: IndexClone,
  state: IndexState,
  commit: string,
  step: KnownStep | undefined,
): Promise<IndexState | undefined> {
  const all = step?.changes ?? (await clone.repository.changes(state.commit, commit));
  const changes = all.filter(({ path }) => path.startsWith(INDEX_ROOT));
  const sorted = sortIndexChanges(changes);
  if (!sorted) return undefined;
  const read = async (oid: string) => step?.bytes(oid) ?? (await clone.repository.bytes(oid));
  const keys = sorted.keys ? await keysOf(sorted.keys, read) : state.keys;
  const records = await changedRecords(sorted.records, read);
  if (!keys || !records) return undefined;
  const { settings } = state.gallery;
  const readings = await newReadings(sorted.blobs, settings, read, step);
  const next = joined(state, sorted, records, readings);
  return next && { ...next, keys, root: state.root, commit, oids: oidsAfter(state.oids, changes) };
}

interface SortedIndexChanges {
  readonly keys: TreeChange | undefined;
  readonly records: readonly TreeChange[];
  readonly blobs: readonly TreeChange[];
}

/** Undefined for what is not seen every day: settings, files that do not belong there, a great many blobs. */
function sortIndexChanges(changes: readonly TreeChange[]): SortedIndexChanges | undefined {
  const records: TreeChange[] = [];
  const blobs: TreeChange[] = [];
  let keys: TreeChange | undefined;
  for (const change of changes) {
    const { path, mode } = change;
    if (mode !== '100644' || path === INDEX_ROOT + SETTINGS_FILE) return undefined;
    if (path === INDEX_ROOT + KEYS_FILE) keys = change;
    else if (isFileOf(path, RECORDS, '.yaml')) records.push(change);
    else if (isFileOf(path, BLOBS, '.nupkg')) blobs.push(change);
    else if (path.startsWith(RECORDS) || path.startsWith(BLOBS)) return undefined;
  }
  return blobs.length > MAX_NEW_BLOBS ? undefined : { keys, records, blobs };
}

function isFileOf(path: string, folder: string, extension: string): boolean {
  const name = path.slice(folder.length);
  return path.startsWith(folder) && name.endsWith(extension) && !name.includes('/') && !name.startsWith('.');
}

type ReadBytes = (oid: string) => Promise<Uint8Array>;

async function keysOf({ kind, oid, path }: TreeChange, read: ReadBytes): Promise<PublishingKeys | undefined> {
  if (kind === 'gone') return NO_KEYS;
  return readPublishingKeys(textOf(await read(oid)), { file: path }).value;
}

/** By file name; undefined for one that is gone. */
type ChangedRecords = ReadonlyMap<string, PackageRecord | undefined>;

async function changedRecords(
  changes: readonly TreeChange[],
  read: ReadBytes,
): Promise<ChangedRecords | undefined> {
  const records = new Map<string, PackageRecord | undefined>();
  for (const { kind, oid, path } of changes) {
    if (kind === 'gone') {
      records.set(path, undefined);
      continue;
    }
    const { value } = readRecord(textOf(await read(oid)), { file: path });
    if (!value || path !== `${RECORDS}${value.id}.yaml`) return undefined;
    records.set(path, value);
  }
  return records;
}

async function newReadings(
  changes: readonly TreeChange[],
  { policy }: GallerySettings,
  read: ReadBytes,
  step: KnownStep | undefined,
): Promise<readonly BlobReading[]> {
  const readings: BlobReading[] = [];
  for (const { kind, oid, path } of changes) {
    if (kind === 'gone') continue;
    const name = path.slice(BLOBS.length);
    const known = step?.nupkg(oid);
    if (known) {
      const { sha512, sizeBytes } = known;
      readings.push({ blobName: name, sha512, sizeBytes, nupkg: known, findings: [] });
      continue;
    }
    const bytes = await read(oid);
    const sha512 = hashBytes(bytes);
    const { value, findings } = readNupkg(bytes, path, sha512, policy);
    readings.push({ blobName: name, sha512, sizeBytes: bytes.length, nupkg: value, findings });
  }
  return readings;
}

function joined(
  { gallery, records }: IndexState,
  sorted: SortedIndexChanges,
  changed: ChangedRecords,
  readings: readonly BlobReading[],
): Pick<IndexState, 'gallery' | 'records'> | undefined {
  const now = new Map(records.map((record) => [`${RECORDS}${record.id}.yaml`, record]));
  const touched = new Set<PackageKey>();
  for (const [path, record] of changed) {
    const before = now.get(path);
    for (const one of [before, record]) if (one) touched.add(packageKey(one.id));
    if (record) now.set(path, record);
    else now.delete(path);
  }
  const named = [...changed.values()].flatMap((record) =>
    (record?.versions ?? []).flatMap(({ version }) => blobNames(record?.id ?? '', version)),
  );
  const replaced = new Set(sorted.blobs.map(({ path }) => path.slice(BLOBS.length)));
  for (const key of holdersOf(gallery, new Set([...replaced, ...named]))) touched.add(key);
  const all = [...now.values()];
  const part = all.filter(({ id }) => touched.has(packageKey(id)));
  const gone = [...touched].filter((key) => !part.some(({ id }) => packageKey(id) === key));
  const old = [...touched].flatMap((key) => blobsOf(gallery, key));
  const { value, findings } = rereadGallery(
    gallery,
    {
      settings: gallery.settings,
      records: part.map((record) => ({ file: `${RECORDS}${record.id}.yaml`, record })),
      blobs: [...old.filter((item) => !replaced.has(item.blobName)), ...readings],
      blobFolder: BLOBS,
    },
    new Set(gone),
  );
  const isSound = value && !hasErrors(applySeverities(findings, gallery.settings.policy.severities));
  return isSound ? { gallery: value, records: all } : undefined;
}

function oidsAfter(
  before: ReadonlyMap<string, string>,
  changes: readonly TreeChange[],
): ReadonlyMap<string, string> {
  const oids = new Map(before);
  for (const { kind, path, oid } of changes) {
    if (kind === 'gone') oids.delete(path);
    else oids.set(path, oid);
  }
  return oids;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
