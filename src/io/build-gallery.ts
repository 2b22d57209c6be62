/**
 * One build: packages-index/ → dist/. Nothing of dist/ is touched before everything is read, found without errors
 * and written aside.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../domain/finding.ts';
import { hasErrors } from '../domain/finding.ts';
import type { Gallery } from '../domain/gallery.ts';
import { codeVersion } from './code-version.ts';
import { type DocsReader, documentGallery } from './document-gallery.ts';
import { BLOB_FOLDER, type IndexFile, type IndexFiles, listIndexFiles, SETTLED_MS } from './index-files.ts';
import { loadListedGallery } from './load-gallery.ts';
import { type OutputFolder, openOutputFolder, outputPath } from './output-folder.ts';
import {
  dropLedger,
  folderTimes,
  ledgerPath,
  type OutputGroup,
  type OutputLedger,
  readLedger,
  writeLedger,
} from './output-ledger.ts';
import { openPageLedger, type PageLedger } from './page-ledger.ts';
import { openWorkPool, threadsFor, type WorkPool } from './work-pool.ts';
import { type FileRenderer, type StagedOutput, stagedSite, stageFeeds } from './write-gallery.ts';

export type BuildStage = 'read' | 'document' | 'site' | 'feeds' | 'place';

export interface BuildProgress {
  readonly stage: BuildStage;
  readonly doneCount: number;
  readonly totalCount: number;
}

export interface SiteParts {
  readonly gallery: Gallery;
  readonly siteUrl: string;
  /** Absolute: where to write what must be rendered. */
  readonly outDir: string;
  readonly readDocs: DocsReader;
  readonly pages: PageLedger;
}

export interface SiteBuilder {
  /** Of the code of the site: what other code made is made again. */
  readonly version: string;
  readonly build: (site: SiteParts) => Promise<void>;
}

export interface BuildGalleryOptions {
  readonly indexDir: string;
  readonly outDir: string;
  /** Undefined takes that of gallery.yaml. */
  readonly siteUrl: string | undefined;
  /** Undefined for no cache: everything is read and written again. */
  readonly cacheDir: string | undefined;
  readonly threads?: number;
  readonly rendererOf: (gallery: Gallery, siteUrl: string) => FileRenderer;
  /** Writes the site into the folder, or undefined for the feeds only. */
  readonly site: SiteBuilder | undefined;
  readonly onProgress?: (progress: BuildProgress) => void;
}

export interface BuildOutcome {
  readonly kind: 'built' | 'unchanged' | 'refused';
  readonly findings: readonly Finding[];
  readonly packageCount: number;
  readonly versionCount: number;
  readonly writtenCount: number;
  readonly removedCount: number;
}

/** Where a gallery is served that names no address of its own. */
export const LOCAL_SITE_URL = 'http://127.0.0.1:8080/';

const MOST_TRIES = 5;

/** @throws GalleryError when the index is absent or the output folder is not to be written */
export async function buildGallery(options: BuildGalleryOptions): Promise<BuildOutcome> {
  for (let tries = 1; ; tries++) {
    const files = listIndexFiles(options.indexDir);
    const outcome = await buildListed(files, options);
    if (outcome.kind !== 'refused' || tries === MOST_TRIES) return outcome;
    // Half of what somebody published meanwhile is a fault: a record without its blob, or a blob without its record.
    const isChanged =
      inputsOf(listIndexFiles(options.indexDir), options).hash !== inputsOf(files, options).hash;
    if (!isChanged) return outcome;
  }
}

async function buildListed(files: IndexFiles, options: BuildGalleryOptions): Promise<BuildOutcome> {
  const out = outputPath(options.outDir);
  const inputs = inputsOf(files, options);
  const ledgerFile = options.cacheDir === undefined ? undefined : ledgerPath(options.cacheDir, out);
  const ledger = ledgerFile === undefined ? undefined : readLedger(ledgerFile, out);
  if (ledger && ledger.inputs === inputs.hash) return outcomeOf('unchanged', ledger, 0, 0);
  const pool = openWorkPool(options.threads ?? threadsFor(files.blobs.length));
  try {
    const report = reporter(options, 'read');
    const { value: gallery, findings } = await loadListedGallery(files, pool, {
      cacheDir: options.cacheDir,
      onProgress: ({ doneCount, totalCount }) => report(doneCount, totalCount),
    });
    if (!gallery || hasErrors(findings)) {
      return {
        kind: 'refused',
        findings,
        packageCount: 0,
        versionCount: 0,
        writtenCount: 0,
        removedCount: 0,
      };
    }
    const folder = openOutputFolder(options.outDir);
    try {
      const staged = await stageAll(gallery, files, folder, pool, ledger, options);
      return place(gallery, findings, inputs, staged, folder, ledger, ledgerFile, options);
    } finally {
      folder.discard();
    }
  } finally {
    await pool.close();
  }
}

async function stageAll(
  gallery: Gallery,
  files: IndexFiles,
  folder: OutputFolder,
  pool: WorkPool,
  ledger: OutputLedger | undefined,
  options: BuildGalleryOptions,
): Promise<StagedOutput> {
  const siteUrl = siteUrlOf(gallery, options);
  let site: StagedOutput = { groups: {}, written: [] };
  if (options.site) {
    const store = await documentGallery(
      gallery,
      files,
      pool,
      options.cacheDir,
      reporter(options, 'document'),
    );
    try {
      reporter(options, 'site')(0, 1);
      const pages = openPageLedger(ledger);
      await options.site.build({ gallery, siteUrl, outDir: folder.staging, readDocs: store.read, pages });
      site = stagedSite(folder, ledger, pages);
      reporter(options, 'site')(1, 1);
    } finally {
      store.discard();
    }
  }
  const report = reporter(options, 'feeds');
  const target = { folder, blobFolder: files.root + BLOB_FOLDER, pool };
  const feeds = await stageFeeds(gallery, options.rendererOf(gallery, siteUrl), target, ledger, (doneCount) =>
    report(doneCount, gallery.packages.length),
  );
  return { groups: { ...site.groups, ...feeds.groups }, written: [...site.written, ...feeds.written] };
}

function place(
  gallery: Gallery,
  findings: readonly Finding[],
  inputs: Inputs,
  staged: StagedOutput,
  folder: OutputFolder,
  before: OutputLedger | undefined,
  ledgerFile: string | undefined,
  options: BuildGalleryOptions,
): BuildOutcome {
  reporter(options, 'place')(0, 1);
  if (ledgerFile !== undefined) dropLedger(ledgerFile);
  const gone = before ? pathsGone(before.groups, staged.groups) : [];
  if (before) folder.update(staged.written, gone);
  else folder.replace();
  const ledger: OutputLedger = {
    inputs: inputs.isSettled ? inputs.hash : '',
    findings,
    packageCount: gallery.packages.length,
    versionCount: gallery.packages.reduce((sum, item) => sum + item.versions.length, 0),
    groups: staged.groups,
    folders: ledgerFile === undefined ? {} : folderTimes(folder.path, staged.groups),
  };
  if (ledgerFile !== undefined) writeLedger(ledgerFile, ledger);
  reporter(options, 'place')(1, 1);
  return outcomeOf('built', ledger, staged.written.length, gone.length);
}

function pathsGone(
  before: Readonly<Record<string, OutputGroup>>,
  now: Readonly<Record<string, OutputGroup>>,
): readonly string[] {
  const there = new Set<string>();
  const candidates: string[] = [];
  for (const [name, group] of Object.entries(before)) {
    if (now[name]?.stamp !== group.stamp) candidates.push(...group.paths);
  }
  if (candidates.length === 0) return [];
  for (const group of Object.values(now)) for (const path of group.paths) there.add(path);
  return candidates.filter((path) => !there.has(path));
}

function outcomeOf(
  kind: 'built' | 'unchanged',
  ledger: OutputLedger,
  writtenCount: number,
  removedCount: number,
): BuildOutcome {
  const { findings, packageCount, versionCount } = ledger;
  return { kind, findings, packageCount, versionCount, writtenCount, removedCount };
}

function siteUrlOf(gallery: Gallery, options: BuildGalleryOptions): string {
  const url = options.siteUrl ?? gallery.settings.siteUrl ?? LOCAL_SITE_URL;
  return url.endsWith('/') ? url : `${url}/`;
}

interface Inputs {
  readonly hash: string;
  /** Whether a later change of a file would surely show in its mark. */
  readonly isSettled: boolean;
}

/** A mark of every file of the index and of all that shapes the output beside them. */
function inputsOf(files: IndexFiles, options: BuildGalleryOptions): Inputs {
  const settledBeforeMs = Date.now() - SETTLED_MS;
  let isSettled = true;
  const hash = createHash('sha256');
  const shape = [codeVersion(), files.root, options.siteUrl ?? '', options.site?.version ?? 'feeds'];
  hash.update(JSON.stringify(shape));
  const note = (file: IndexFile | undefined) => {
    if (!file) return;
    hash.update(`${file.name}\t${file.sizeBytes}\t${file.modifiedMs}\t${file.inode}\n`);
    if (file.modifiedMs > settledBeforeMs) isSettled = false;
  };
  note(files.settings);
  // It shows in nothing that is served, but an index with a fault in it is not built.
  note(files.keys);
  files.pictures.forEach(note);
  files.records.forEach(note);
  files.blobs.forEach(note);
  hash.update(JSON.stringify(files.findings));
  return { hash: hash.digest('hex'), isSettled };
}

function reporter(options: BuildGalleryOptions, stage: BuildStage) {
  return (doneCount: number, totalCount: number) => options.onProgress?.({ stage, doneCount, totalCount });
}
