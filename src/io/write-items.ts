/** Puts files into a folder that nobody else writes to yet: text, copies of text at further addresses, blobs. */
import { closeSync, copyFileSync, linkSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { readBlobEntry } from './blob-reader.ts';

export type WriteItem =
  | {
      readonly kind: 'text';
      readonly path: string;
      readonly text: string;
      readonly alsoAt?: readonly string[];
    }
  | {
      readonly kind: 'listing';
      readonly path: string;
      readonly parts: readonly string[];
      readonly alsoAt?: readonly string[];
    }
  | { readonly kind: 'bytes'; readonly path: string; readonly bytes: Uint8Array }
  | { readonly kind: 'blob'; readonly path: string; readonly blobPath: string }
  | {
      readonly kind: 'blob-entry';
      readonly path: string;
      readonly blobPath: string;
      readonly entry: string;
    };

/** @param root  absolute, with a trailing slash */
export function writeItems(root: string, items: readonly WriteItem[]): void {
  const made = new Set<string>();
  for (const item of items) {
    const target = root + item.path;
    makeFolderOf(target, made);
    switch (item.kind) {
      case 'text':
        writeFileSync(target, item.text);
        placeAliases(root, item, made);
        break;
      case 'listing':
        writeParts(target, item.parts);
        placeAliases(root, item, made);
        break;
      case 'bytes':
        writeFileSync(target, item.bytes);
        break;
      case 'blob':
        placeSame(item.blobPath, target);
        break;
      case 'blob-entry':
        writeFileSync(target, readBlobEntry(item.blobPath, item.entry));
        break;
      default:
        item satisfies never;
    }
  }
}

function placeAliases(
  root: string,
  item: { readonly path: string; readonly alsoAt?: readonly string[] },
  made: Set<string>,
): void {
  for (const alias of item.alsoAt ?? []) {
    makeFolderOf(root + alias, made);
    placeSame(root + item.path, root + alias);
  }
}

/** Characters written at a time. */
const CHUNK_LENGTH = 1024 * 1024;

function writeParts(target: string, parts: readonly string[]): void {
  const file = openSync(target, 'w');
  try {
    // Unlike writeSync, this writes all of it.
    for (const chunk of chunksOf(parts)) writeFileSync(file, chunk);
  } finally {
    closeSync(file);
  }
}

/** Parts joined to pieces that are neither many nor long. */
export function* chunksOf(parts: readonly string[]): Iterable<string> {
  let chunk = '';
  for (const part of parts) {
    chunk += part;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}

/** Paths of a folder are asked for again and again; making it once is enough. */
function makeFolderOf(path: string, made: Set<string>): void {
  const folder = path.slice(0, path.lastIndexOf('/'));
  if (made.has(folder)) return;
  try {
    // Nearly always its parent is there, and asking for all of them costs twice as much.
    mkdirSync(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    if (error.code !== 'EEXIST') mkdirSync(folder, { recursive: true });
  }
  made.add(folder);
}

/** A second name for the same bytes where the file system can; it costs a tenth of a copy. */
function placeSame(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}
