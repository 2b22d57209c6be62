/** The part of the index that is not blobs: gallery.yaml, keys.yaml and the records. */
import { readFileSync } from 'node:fs';
import type { Finding } from '../domain/finding.ts';
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { NO_KEYS, type PublishingKeys } from '../domain/publishing-keys.ts';
import type { Reading } from '../domain/reading.ts';
import { findingOf } from '../domain/rule.ts';
import type { RecordFile } from '../read/gallery.ts';
import { readGallerySettings } from '../read/gallery-settings.ts';
import { readPublishingKeys } from '../read/publishing-keys.ts';
import { readRecord } from '../read/record.ts';
import { gallerySettingsMissing } from '../rules/gallery-settings-missing.ts';
import { type IndexFiles, KEYS_FILE, listIndexFiles, RECORD_FOLDER, SETTINGS_FILE } from './index-files.ts';

export interface LoadedRecords {
  /** Undefined when gallery.yaml is absent or has errors. */
  readonly settings: GallerySettings | undefined;
  readonly records: readonly RecordFile[];
  /** File names of records that have errors. */
  readonly unread: readonly string[];
  readonly findings: readonly Finding[];
}

/** @throws GalleryError when there is no such folder */
export function loadRecords(indexDir: string): LoadedRecords {
  const files = listIndexFiles(indexDir);
  const settings = loadSettings(files);
  const { records, unread, findings } = loadListedRecords(files);
  return { settings: settings.value, records, unread, findings: [...settings.findings, ...findings] };
}

export function loadSettings(files: IndexFiles): Reading<GallerySettings> {
  const place = { file: files.root + SETTINGS_FILE };
  if (!files.settings) return { value: undefined, findings: [findingOf(gallerySettingsMissing, place, {})] };
  return readGallerySettings(readFileSync(place.file, 'utf8'), place);
}

/** A gallery without the file has no keys. */
export function loadKeys(files: Pick<IndexFiles, 'root' | 'keys'>): Reading<PublishingKeys> {
  const place = { file: files.root + KEYS_FILE };
  if (!files.keys) return { value: NO_KEYS, findings: [] };
  return readPublishingKeys(readFileSync(place.file, 'utf8'), place);
}

export function loadListedRecords(files: IndexFiles): Omit<LoadedRecords, 'settings'> {
  const records: RecordFile[] = [];
  const unread: string[] = [];
  const findings: Finding[] = [];
  for (const { name } of files.records) {
    const file = files.root + RECORD_FOLDER + name;
    const reading = readRecord(readFileSync(file, 'utf8'), { file });
    for (const finding of reading.findings) findings.push(finding);
    if (reading.value) records.push({ file, record: reading.value });
    else unread.push(name);
  }
  return { records, unread, findings };
}
