/** The gallery as a commit of its own branch has it, read through a working tree beside the clone. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasErrors } from '../domain/finding.ts';
import type { Gallery } from '../domain/gallery.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import type { PublishingKeys } from '../domain/publishing-keys.ts';
import type { PackageRecord } from '../domain/record.ts';
import type { GitRepository } from './git-repository.ts';
import { type LoadedIndex, loadGallery } from './load-gallery.ts';

export interface BaseGallery {
  readonly gallery: Gallery;
  readonly records: readonly PackageRecord[];
  readonly keys: PublishingKeys;
  /** Where packages-index/ lies, with a trailing slash. */
  readonly root: string;
}

/** The commit must be one of the gallery's own branch: its files are written to the disk. */
export async function withBaseGallery<T>(
  { git }: GitRepository,
  commit: string,
  use: (base: BaseGallery) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'pwshelf-base-'));
  const root = join(folder, 'tree/');
  try {
    await git(['worktree', 'add', '--quiet', '--detach', '--force', root, commit]);
    return await use({ ...(await load(join(root, 'packages-index'))), root });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await git(['worktree', 'prune']);
  }
}

async function load(indexDir: string): Promise<Omit<BaseGallery, 'root'>> {
  return usableIndex(await loadGallery({ indexDir, cacheDir: undefined }));
}

/** @throws GalleryError INDEX_INVALID when it has errors */
export function usableIndex({ value, findings, records, keys }: LoadedIndex): Omit<BaseGallery, 'root'> {
  if (value && !hasErrors(findings)) {
    return { gallery: value, records: records.map(({ record }) => record), keys };
  }
  throw new GalleryError(
    'INDEX_INVALID',
    'The gallery itself has errors, so nothing can be decided about requests.',
    'Run `pwshelf check` on the main branch and mend what it tells.',
  );
}
