/**
 * The folder that a build writes. Everything is written aside first, then put in place by renames: whoever looks
 * sees the old files or the new ones. A folder that is not marked as made by a build is never touched.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import { folderOf } from './output-ledger.ts';
import { isRunning, type LockOwner, ownerLine, readOwner } from './running-process.ts';

/** In the root of every output. Hosts that take a branch as it is would leave out `_astro/` without the other file. */
export const OUTPUT_MARKER = '.pwshelf-output';
const MARKER_TEXT =
  'Written by pwshelf build. The next build may replace or remove everything in this folder.\n';
export const NO_JEKYLL = '.nojekyll';

export interface OutputFolder {
  /** Absolute, with a trailing slash. */
  readonly path: string;
  /** Where to write: empty at first. Absolute, with a trailing slash. */
  readonly staging: string;
  /** Puts the staged files in place of the whole folder. */
  readonly replace: () => void;
  /** Puts the staged files at `paths` into the folder and removes `gone` from it. */
  readonly update: (paths: readonly string[], gone: readonly string[]) => void;
  /** Removes what is staged; does nothing after `replace` and `update`. */
  readonly discard: () => void;
}

/** Absolute, with a trailing slash. */
export function outputPath(outDir: string): string {
  return `${resolve(outDir)}/`;
}

/**
 * @throws GalleryError OUT_NOT_OURS when the folder holds what no build wrote, OUT_BUSY when another build is at it
 */
export function openOutputFolder(outDir: string): OutputFolder {
  const path = outputPath(outDir);
  assertOurs(path, outDir);
  const staging = `${dirname(path.slice(0, -1))}/.${basename(path)}.partial/`;
  takeStaging(staging, outDir);
  const discard = () => rmSync(staging, { recursive: true, force: true });
  return {
    path,
    staging,
    discard,
    replace: () => {
      rmSync(staging + OWNER_FILE);
      writeFileSync(staging + OUTPUT_MARKER, MARKER_TEXT);
      writeFileSync(staging + NO_JEKYLL, '');
      const old = `${staging.slice(0, -1)}.old`;
      rmSync(old, { recursive: true, force: true });
      if (existsSync(path)) renameSync(path, old);
      renameSync(staging, path);
      rmSync(old, { recursive: true, force: true });
    },
    update: (paths, gone) => {
      const made = new Set<string>();
      for (const item of paths) {
        const folder = folderOf(path + item);
        if (!made.has(folder)) mkdirSync(folder, { recursive: true });
        made.add(folder);
        renameSync(staging + item, path + item);
      }
      for (const item of gone) rmSync(path + item, { force: true });
      for (const folder of new Set(gone.map(folderOf))) removeEmpty(path, folder);
      discard();
    },
  };
}

/** Paths of all files that are staged so far, in code point order. */
export function stagedFiles({ staging }: OutputFolder): readonly string[] {
  return readdirSync(staging, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== OWNER_FILE)
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(staging.length).replace(/^\/+/, ''))
    .sort();
}

const OWNER_FILE = '.pwshelf-process';

function assertOurs(path: string, outDir: string): void {
  if (!existsSync(path)) return;
  if (existsSync(path + OUTPUT_MARKER) || readdirSync(path).length === 0) return;
  throw new GalleryError(
    'OUT_NOT_OURS',
    `${outDir} is not empty and was not written by an earlier build, so it is left alone.`,
    'Name another folder with --out, or empty this one yourself.',
  );
}

function takeStaging(staging: string, outDir: string): void {
  mkdirSync(dirname(staging.slice(0, -1)), { recursive: true });
  for (;;) {
    try {
      mkdirSync(staging);
      break;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const owner = ownerOf(staging);
    if (owner && isRunning(owner)) {
      throw new GalleryError(
        'OUT_BUSY',
        `Another build (process ${owner.pid}) is writing ${outDir}.`,
        'Wait for it to end, or name another folder with --out.',
      );
    }
    // Left behind by a build that was stopped.
    rmSync(staging, { recursive: true, force: true });
  }
  writeFileSync(staging + OWNER_FILE, ownerLine());
}

function ownerOf(staging: string): LockOwner | undefined {
  try {
    return readOwner(readFileSync(staging + OWNER_FILE, 'utf8'));
  } catch {
    return undefined;
  }
}

function removeEmpty(root: string, folder: string): void {
  if (folder === '') return;
  try {
    rmdirSync(root + folder);
  } catch {
    // Not empty, or gone already.
    return;
  }
  removeEmpty(root, folderOf(folder));
}
