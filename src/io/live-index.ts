/**
 * The index as a commit has it, kept in memory from one decision to the next: of a commit that follows, only what changed is
 * read. What lies in the working tree without being committed counts for nothing.
 */
import type { Nupkg } from '../domain/nupkg.ts';
import { INDEX_ROOT, type TreeChange } from '../publish/request/tree-change.ts';
import { type BaseGallery, usableIndex, withBaseGallery } from './base-gallery.ts';
import { inTurn } from './in-turn.ts';
import type { IndexClone } from './index-clone.ts';
import { loadGallery } from './load-gallery.ts';
import { stepIndex } from './step-index.ts';

export interface IndexState extends BaseGallery {
  readonly commit: string;
  /** Git's name of each file below packages-index/, by its path from the root of the repository. */
  readonly oids: ReadonlyMap<string, string>;
}

/** What a commit changes, where whoever made it knows already. */
export interface KnownStep {
  readonly changes: readonly TreeChange[];
  /** Contents by git's names. */
  readonly bytes: (oid: string) => Uint8Array | undefined;
  /** Packages by git's names of their contents. */
  readonly nupkg: (oid: string) => Nupkg | undefined;
}

export interface LiveIndex {
  /**
   * The index of a commit that is here already.
   * @param step  from the state before to this commit
   * @throws GalleryError INDEX_INVALID when it has errors
   */
  readonly at: (commit: string, step?: KnownStep) => Promise<IndexState>;
}

export function openLiveIndex(clone: IndexClone, cacheDir: string | undefined): LiveIndex {
  const turn = inTurn(1);
  let state: IndexState | undefined;
  return {
    at: (commit, step) =>
      turn(async () => {
        if (state?.commit === commit) return state;
        const stepped = state && (await stepIndex(clone, state, commit, step));
        state = stepped ?? (await loadState(clone, commit, cacheDir));
        return state;
      }),
  };
}

async function loadState(
  clone: IndexClone,
  commit: string,
  cacheDir: string | undefined,
): Promise<IndexState> {
  const [oids, base] = await Promise.all([readOids(clone, commit), loadBase(clone, commit, cacheDir)]);
  return { ...base, commit, oids };
}

/** From the working tree, where readings of blobs are kept; or, where that is not as the commit is, from one beside it. */
async function loadBase(
  clone: IndexClone,
  commit: string,
  cacheDir: string | undefined,
): Promise<BaseGallery> {
  const { repository, indexDir, top } = clone;
  if (await isAsCommitted(clone, commit)) {
    const loaded = await loadGallery({ indexDir, cacheDir });
    // Somebody may have begun to work there in the meantime.
    if (await isAsCommitted(clone, commit)) return { ...usableIndex(loaded), root: top };
  }
  return withBaseGallery(repository, commit, async (base) => ({ ...base, root: top }));
}

/** Asked by `status`, which can do without git's lock of its index: `diff` takes it, and when killed, leaves it behind. */
async function isAsCommitted({ repository }: IndexClone, commit: string): Promise<boolean> {
  const form = ['--porcelain=v2', '--branch', '-z', '--untracked-files=all', '--no-renames'];
  const text = await repository.git(['status', ...form, '--', `:(top)${INDEX_ROOT}`]);
  const lines = text.split('\0').filter((line) => line !== '');
  const differing = lines.filter((line) => !line.startsWith('#') && !/^\? (?:.*\/)?\./s.test(line));
  return differing.length === 0 && lines.includes(`# branch.oid ${commit}`);
}

async function readOids({ repository }: IndexClone, commit: string): Promise<ReadonlyMap<string, string>> {
  const text = await repository.git(['ls-tree', '-r', '-z', '--full-tree', commit, '--', INDEX_ROOT]);
  const oids = new Map<string, string>();
  for (const line of text.split('\0')) {
    const [, oid, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/s.exec(line) ?? [];
    if (oid !== undefined && path !== undefined) oids.set(path, oid);
  }
  return oids;
}
