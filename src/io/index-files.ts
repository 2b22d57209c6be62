/** What lies in packages-index/: which records, which blobs, and marks by which a change of a file shows. */
import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BLOB_EXTENSION } from '../domain/blob-name.ts';
import type { Finding } from '../domain/finding.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import { findingOf } from '../domain/rule.ts';
import { indexFileUnknown } from '../rules/index-file-unknown.ts';

/** Size, time and number of a file: when none of them changed, neither did its content. */
export interface FileMark {
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  readonly inode: number;
}

/**
 * A file changed this short a time ago may change again without its time showing it, since file systems count
 * time in steps.
 */
export const SETTLED_MS = 2000;

export interface IndexFile extends FileMark {
  readonly name: string;
}

export interface IndexFiles {
  /** With a trailing slash, as the user named it. */
  readonly root: string;
  readonly settings: IndexFile | undefined;
  /** Who may publish with a key; nothing that is served is made from it. */
  readonly keys: IndexFile | undefined;
  /** PNG and SVG files beside gallery.yaml, such as a logo. Sorted by name, as records and blobs are. */
  readonly pictures: readonly IndexFile[];
  readonly records: readonly IndexFile[];
  readonly blobs: readonly IndexFile[];
  readonly findings: readonly Finding[];
}

export const SETTINGS_FILE = 'gallery.yaml';
export const KEYS_FILE = 'keys.yaml';
export const RECORD_FOLDER = 'packages/';
export const BLOB_FOLDER = 'blobs/';

/** @throws GalleryError when there is no such folder */
export function listIndexFiles(indexDir: string): IndexFiles {
  const { root, keys } = keysFileOf(indexDir);
  const findings: Finding[] = [];
  const settings = markOf(root + SETTINGS_FILE);
  return {
    root,
    settings: settings && { name: SETTINGS_FILE, ...settings },
    keys,
    pictures: pictures(root),
    records: list(root, RECORD_FOLDER, '.yaml', findings),
    blobs: list(root, BLOB_FOLDER, BLOB_EXTENSION, findings),
    findings,
  };
}

/**
 * The file of keys alone: who asks at every request must not list all blobs.
 * @throws GalleryError when there is no such folder
 */
export function keysFileOf(indexDir: string): Pick<IndexFiles, 'root' | 'keys'> {
  const root = existingRoot(indexDir);
  const keys = markOf(root + KEYS_FILE);
  return { root, keys: keys && { name: KEYS_FILE, ...keys } };
}

/**
 * @returns the folder with a slash at its end
 * @throws GalleryError when there is no such folder
 */
export function existingRoot(indexDir: string): string {
  const root = indexDir.endsWith('/') ? indexDir : `${indexDir}/`;
  if (markOf(root)) return root;
  throw new GalleryError(
    'INDEX_ABSENT',
    `There is no folder ${indexDir}.`,
    'Name the folder that holds gallery.yaml, packages/ and blobs/ with --index.',
  );
}

function pictures(root: string): readonly IndexFile[] {
  return entriesOf(root)
    .filter((entry) => entry.isFile() && /\.(?:png|svg)$/.test(entry.name))
    .flatMap(({ name }) => {
      const mark = markOf(root + name);
      return mark ? [{ name, ...mark }] : [];
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function list(root: string, folder: string, extension: string, findings: Finding[]): readonly IndexFile[] {
  const files: IndexFile[] = [];
  for (const entry of entriesOf(join(root, folder))) {
    const { name } = entry;
    if (name.startsWith('.')) continue;
    // Links too: what they lead to may lie outside of the index.
    const mark = entry.isFile() && name.endsWith(extension) ? markOf(join(root, folder, name)) : undefined;
    if (mark) files.push({ name, ...mark });
    else {
      const args = { folder: folder.slice(0, -1), extension };
      findings.push(findingOf(indexFileUnknown, { file: root + folder + name }, args));
    }
  }
  return files.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isAbsence(error)) return [];
    throw error;
  }
}

function markOf(path: string): FileMark | undefined {
  const found = lstatSync(path, { throwIfNoEntry: false });
  return found && { sizeBytes: found.size, modifiedMs: found.mtimeMs, inode: found.ino };
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}
