/**
 * Gallery → dist/: the feeds, rendered package by package so that no more than a few are held at once, and the
 * site, which Astro writes into a folder aside.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Gallery } from '../domain/gallery.ts';
import type { OutputFile } from '../domain/output-file.ts';
import { type OutputFolder, stagedFiles } from './output-folder.ts';
import type { OutputGroup, OutputLedger } from './output-ledger.ts';
import type { PageLedger } from './page-ledger.ts';
import type { WorkPool } from './work-pool.ts';
import { chunksOf, type WriteItem, writeItems } from './write-items.ts';

/** What feed/ offers; named here so that io/ needs nothing of its room. */
export interface FileRenderer {
  readonly shared: () => Iterable<OutputFile>;
  readonly ofPackage: (owner: Gallery['packages'][number]) => readonly OutputFile[];
}

export interface StagedOutput {
  readonly groups: Readonly<Record<string, OutputGroup>>;
  /** Paths that were written because they are new or differ. */
  readonly written: readonly string[];
}

/** Packages rendered and handed to a thread at a time. */
const BATCH = 32;

/**
 * Renders the feeds and writes into the staging folder what differs from the ledger.
 * @param before  undefined to write everything
 */
export async function stageFeeds(
  gallery: Gallery,
  renderer: FileRenderer,
  target: { readonly folder: OutputFolder; readonly blobFolder: string; readonly pool: WorkPool },
  before: OutputLedger | undefined,
  onProgress: (doneCount: number) => void,
): Promise<StagedOutput> {
  const groups: Record<string, OutputGroup> = {};
  const written: string[] = [];
  const blobRoot = `${resolve(target.blobFolder)}/`;
  let items: WriteItem[] = [];
  const underWay = new Set<Promise<unknown>>();
  const flush = async () => {
    if (items.length === 0) return;
    const work = target.pool.run({ kind: 'write-items', root: target.folder.staging, items });
    items = [];
    const done = work.finally(() => underWay.delete(done));
    underWay.add(done);
    // Rendering runs ahead of writing by so much and no more: text that waits takes memory.
    if (underWay.size > target.pool.width) await Promise.race(underWay);
  };
  const add = (name: string, files: readonly OutputFile[]) => {
    const group = groupOf(files);
    groups[name] = group;
    if (before?.groups[name]?.stamp === group.stamp) return;
    written.push(...group.paths);
    for (const file of files) items.push(itemOf(file, blobRoot));
  };
  for (const [index, owner] of gallery.packages.entries()) {
    add(`package/${owner.key}`, renderer.ofPackage(owner));
    if (index % BATCH === BATCH - 1) {
      await flush();
      onProgress(index + 1);
    }
  }
  await flush();
  for (const file of renderer.shared()) {
    add(`shared/${file.path}`, [file]);
    // Here, not in a thread: a listing of everything would have to be copied there first.
    writeItems(target.folder.staging, items);
    items = [];
  }
  await Promise.all(underWay);
  onProgress(gallery.packages.length);
  return { groups, written };
}

/**
 * Takes stock of what a site builder put into the staging folder, before anything else is written there, and of what it
 * left as it was: each file is a group of its own.
 * @throws when a page was to be rendered and is not there
 */
export function stagedSite(
  folder: OutputFolder,
  before: OutputLedger | undefined,
  pages: PageLedger,
): StagedOutput {
  const groups: Record<string, OutputGroup> = {};
  const written: string[] = [];
  const staged = new Set(stagedFiles(folder));
  for (const path of staged) {
    const stamp = pages.stamps.get(path) ?? contentStamp(folder.staging + path);
    groups[`site/${path}`] = { stamp, paths: [path] };
    if (before?.groups[`site/${path}`]?.stamp !== stamp) written.push(path);
  }
  for (const [path, stamp] of pages.stamps) {
    if (staged.has(path)) continue;
    if (!pages.kept.has(path)) throw new Error(`the site has no ${path}, which it was to have`);
    groups[`site/${path}`] = { stamp, paths: [path] };
  }
  return { groups, written };
}

function contentStamp(path: string): string {
  return createHash('sha1').update(readFileSync(path)).digest('base64');
}

function groupOf(files: readonly OutputFile[]): OutputGroup {
  const hash = createHash('sha1');
  const paths: string[] = [];
  for (const file of files) {
    hash.update(file.path);
    paths.push(file.path);
    if (file.kind === 'text' || file.kind === 'listing') {
      for (const chunk of file.kind === 'text' ? [file.text] : chunksOf(file.parts)) hash.update(chunk);
      paths.push(...(file.alsoAt ?? []));
    } else if (file.kind === 'bytes') hash.update(file.bytes);
    // A blob never changes, and the texts beside it tell its hash.
    else hash.update(file.blobName);
  }
  return { stamp: hash.digest('base64'), paths };
}

function itemOf(file: OutputFile, blobRoot: string): WriteItem {
  if (file.kind === 'blob') return { kind: 'blob', path: file.path, blobPath: blobRoot + file.blobName };
  if (file.kind !== 'blob-entry') return file;
  return { kind: 'blob-entry', path: file.path, blobPath: blobRoot + file.blobName, entry: file.entry };
}
