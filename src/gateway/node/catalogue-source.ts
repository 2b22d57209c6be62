/**
 * The catalogue of a folder that is built anew now and then. It is looked at again when it is asked for, so that a version is
 * found as soon as a build has put it there; while a new one cannot be read, the old one goes on answering.
 */
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { GalleryError } from '../../domain/gallery-error.ts';
import { API_CATALOGUE } from '../../feed/urls.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { readCatalogue } from '../catalogue/read-catalogue.ts';

export interface CatalogueSourceOptions {
  /** The folder that was built. */
  readonly root: string;
  /** Milliseconds of a clock that does not go back. */
  readonly now: () => number;
  /** Told once for each state of the file that could not be read. */
  readonly onFailure: (error: unknown) => void;
}

export interface CatalogueSource {
  /** @throws GalleryError while there has never been one that could be read */
  readonly current: () => Promise<Catalogue>;
  readonly isLoaded: () => boolean;
}

/** Asking the disk at every request would cost more than many an answer. */
const LOOK_AGAIN_MS = 200;

export function openCatalogueSource({ root, now, onFailure }: CatalogueSourceOptions): CatalogueSource {
  const path = join(root, API_CATALOGUE);
  let held: Catalogue | undefined;
  let failedMark: string | undefined;
  let lookedAtMs = Number.NEGATIVE_INFINITY;
  let looking: Promise<Catalogue> | undefined;

  const look = async (): Promise<Catalogue> => {
    let mark: string | undefined;
    try {
      mark = await markOf(path);
      if (held?.mark === mark) return held;
      if (held && mark === failedMark) return held;
      held = await load(path);
      return held;
    } catch (error) {
      if (!held) throw error;
      if (mark !== failedMark || mark === undefined) onFailure(error);
      failedMark = mark;
      return held;
    } finally {
      lookedAtMs = now();
      looking = undefined;
    }
  };
  return {
    current: () => {
      if (held && now() - lookedAtMs < LOOK_AGAIN_MS) return Promise.resolve(held);
      looking ??= look();
      return looking;
    },
    isLoaded: () => held !== undefined,
  };
}

/** @throws GalleryError when there is no such file */
async function markOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ino } = await stat(path);
    return markText(size, mtimeMs, ino);
  } catch (error) {
    throw new GalleryError(
      'CATALOGUE_ABSENT',
      `There is no ${path}, from which queries are answered.`,
      'Build the gallery with this version of the program: `pwshelf build`; or serve it with --static.',
      { cause: error },
    );
  }
}

/** Read and marked through one handle: a build may replace the file at any moment. */
async function load(path: string): Promise<Catalogue> {
  const handle = await open(path, 'r');
  try {
    const { size, mtimeMs, ino } = await handle.stat();
    return readCatalogue(await handle.readFile(), markText(size, mtimeMs, ino));
  } finally {
    await handle.close();
  }
}

function markText(sizeBytes: number, modifiedMs: number, inode: number): string {
  return [sizeBytes, Math.floor(modifiedMs), inode].map((part) => part.toString(36)).join('-');
}
