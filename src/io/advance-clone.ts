/**
 * Moves the branch of a clone to a commit, and its working tree with it. The branch moves at one stroke, and only from where
 * it was; before that nothing has happened, and what is left to do after it is named by refs that stand before it moves, so
 * that whoever comes next completes it.
 */
import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import { clearLeftovers } from './clear-leftovers.ts';
import { withGitIndexLock } from './git-index-lock.ts';
import { GIT_DURABLE } from './git-repository.ts';
import { type CloneState, type IndexClone, PLACING, readCloneState } from './index-clone.ts';
import { withIndexLock } from './index-lock.ts';
import { changedByHand, type FileToPlace, placeFiles } from './place-files.ts';

export interface Advance {
  readonly from: string;
  readonly to: string;
  /** All that differs between the two, blobs before the records that name them. */
  readonly files: readonly FileToPlace[];
  /** For the log of the branch. */
  readonly note: string;
}

export type Advanced =
  /** Nothing has changed: the branch is not at `from`. */
  | { readonly kind: 'moved' }
  /** @field trouble  why the working tree could not be brought up: the next advance tries again */
  | { readonly kind: 'done'; readonly trouble: unknown };

/** @throws GalleryError when somebody has changed one of these files by hand, or git is at work there */
export function advanceClone(clone: IndexClone, { from, to, files, note }: Advance): Promise<Advanced> {
  return locked(clone, async () => {
    const changed = changedByHand(clone.top, files);
    if (changed.length > 0) {
      // Another process may have landed since: then it is its work that differs, and nobody's by hand.
      if ((await readCloneState(clone)).head !== from) return { kind: 'moved' };
      throw uncommitted(changed);
    }
    const index = await indexWith(clone, files);
    try {
      if (!(await moveBranch(clone, from, to, note))) return { kind: 'moved' };
      return { kind: 'done', trouble: await troubleOf(() => finish(clone, to, files, index)) };
    } finally {
      rmSync(index, { force: true });
    }
  });
}

/**
 * Completes what an earlier process, or a full disk, has left undone.
 * @returns paths that somebody has changed since, and that stay as they are
 */
export function completeClone(clone: IndexClone): Promise<readonly string[]> {
  return withIndexLock(clone.indexDir, async () => {
    await clearLeftovers(clone);
    const { placing } = await readCloneState(clone);
    if (!placing) return [];
    return withGitIndexLock(clone.gitDir, async () => {
      const files = await filesLeft(clone, await readCloneState(clone), placing);
      const staged = await stagedOf(clone, files);
      // What somebody has staged since is theirs.
      const stale = files.filter(({ path, before }) => staged.get(path) === before);
      const index = await indexWith(clone, stale);
      try {
        await finish(clone, placing.to, files, index);
      } finally {
        rmSync(index, { force: true });
      }
      return changedByHand(clone.top, files);
    });
  });
}

/** All that came between two commits; contents are read when they are needed. */
export async function filesBetween(
  { repository }: IndexClone,
  from: string,
  to: string,
): Promise<readonly FileToPlace[]> {
  const [there, back] = await Promise.all([repository.changes(from, to), repository.changes(to, from)]);
  const before = new Map(back.map(({ path, kind, oid }) => [path, kind === 'gone' ? undefined : oid]));
  const files = there.map(({ path, kind, oid, mode }): FileToPlace => {
    if (!/^100(?:644|755)$/.test(mode) && kind !== 'gone') throw unusual(path, mode);
    const after = kind === 'gone' ? undefined : oid;
    return {
      path,
      before: kind === 'added' ? undefined : before.get(path),
      after,
      isExecutable: mode === '100755',
      content: () => repository.bytes(oid),
    };
  });
  return inPlacingOrder(files);
}

/** A record must never name a blob that is not there, so blobs come before records and go after them. */
function inPlacingOrder(files: readonly FileToPlace[]): readonly FileToPlace[] {
  const rank = ({ path, after }: FileToPlace) =>
    path.endsWith('.nupkg') ? (after === undefined ? 2 : 0) : 1;
  return files.toSorted((a, b) => rank(a) - rank(b));
}

/** Held against where the branch is now: somebody may have committed on top of it, and even taken it back. */
async function filesLeft(
  clone: IndexClone,
  { head }: CloneState,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<readonly FileToPlace[]> {
  const files = await filesBetween(clone, from, to);
  if (head === to) return files;
  const since = new Map((await filesBetween(clone, to, head)).map((file) => [file.path, file]));
  return files.map((file) => {
    const later = since.get(file.path);
    return later ? { ...file, after: later.after, content: later.content } : file;
  });
}

/** Both locks: of pwshelf's own commands that change the index, and of git. */
function locked<T>(clone: IndexClone, change: () => Promise<T>): Promise<T> {
  return withIndexLock(clone.indexDir, () => withGitIndexLock(clone.gitDir, change));
}

/** A copy of git's index with these files in it: so that nothing can go wrong with it once the branch has moved. */
async function indexWith({ repository, gitDir }: IndexClone, files: readonly FileToPlace[]): Promise<string> {
  const current = join(gitDir, 'index');
  // Of its own name: a git that outlived its server may still be writing another one.
  const made = join(gitDir, `pwshelf-${randomBytes(6).toString('hex')}.index`);
  if (!existsSync(current)) {
    throw new GalleryError(
      'CLONE_BARE',
      'Nothing is checked out in the clone, so its files cannot be brought up to its branch.',
      'Run `git reset --hard` in the clone, which writes the files of the branch, and start again.',
    );
  }
  copyFileSync(current, made);
  if (files.length === 0) return made;
  const lines = files.map(({ path, before, after, isExecutable }) =>
    after === undefined
      ? `0 ${'0'.repeat((before ?? '').length || 40)}\t${path}\0`
      : `${isExecutable ? '100755' : '100644'} ${after}\t${path}\0`,
  );
  await repository.git([...GIT_DURABLE, 'update-index', '-z', '--index-info'], {
    input: lines.join(''),
    env: { GIT_INDEX_FILE: made },
  });
  return made;
}

/** @returns whether it was where it should be */
async function moveBranch(
  { repository, branch }: IndexClone,
  from: string,
  to: string,
  note: string,
): Promise<boolean> {
  const ref = `refs/heads/${branch}`;
  const lines = [
    // Within a transaction git moves one ref after the other, so one that is killed may have moved the first alone.
    ...transaction(`verify ${ref} ${from}`, `update ${PLACING.from} ${from}`, `update ${PLACING.to} ${to}`),
    ...transaction(`update ${ref} ${to} ${from}`),
  ];
  try {
    await repository.git([...GIT_DURABLE, 'update-ref', '-m', note, '--stdin'], {
      input: `${lines.join('\n')}\n`,
    });
    return true;
  } catch (error) {
    const now = (await repository.git(['rev-parse', '--verify', ref])).trim();
    if (now === to) return true;
    if (now !== from) return false;
    throw error;
  }
}

function transaction(...changes: readonly string[]): readonly string[] {
  return ['start', ...changes, 'prepare', 'commit'];
}

/** Once the branch has moved. */
async function finish(
  { top, gitDir, placed }: IndexClone,
  to: string,
  files: readonly FileToPlace[],
  index: string,
): Promise<void> {
  await placeFiles(top, files);
  renameSync(index, join(gitDir, 'index'));
  placed.commit = to;
}

/**
 * Takes down the refs that say what is to be placed, once it is. Whoever lands again soon replaces them anyway, so this can wait
 * until there is time.
 */
export async function settleClone(clone: IndexClone): Promise<void> {
  const { commit } = clone.placed;
  if (commit === undefined) return;
  const to = await clone.repository.commit(PLACING.to);
  // Another process may have landed in the meantime.
  if (to !== commit) return;
  await clone.repository.git(['update-ref', '--stdin'], {
    input: `delete ${PLACING.to} ${to}\ndelete ${PLACING.from}\n`,
  });
}

async function troubleOf(work: () => Promise<void>): Promise<unknown> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return error;
  }
}

/** What git's index has at these paths. */
async function stagedOf(
  { repository }: IndexClone,
  files: readonly FileToPlace[],
): Promise<ReadonlyMap<string, string>> {
  if (files.length === 0) return new Map();
  const paths = files.map(({ path }) => `:(top,literal)${path}`);
  const text = await repository.git(['ls-files', '--stage', '-z', '--full-name', '--', ...paths]);
  return new Map(
    text.split('\0').flatMap((line) => {
      const [, oid = '', path = ''] = /^\d+ ([0-9a-f]+) \d\t(.*)$/s.exec(line) ?? [];
      return path === '' ? [] : [[path, oid] as const];
    }),
  );
}

function uncommitted(paths: readonly string[]): GalleryError {
  return new GalleryError(
    'INDEX_UNCOMMITTED',
    `Files of the clone are not as its branch has them: ${paths.slice(0, 5).join(', ')}.`,
    'Somebody has changed them by hand, or published without a commit. Commit that, or restore them with `git restore`.',
  );
}

function unusual(path: string, mode: string): GalleryError {
  return new GalleryError(
    'CLONE_UNUSUAL_FILE',
    `${path} is no plain file in the branch (its mode is ${mode}), and is not written by this server.`,
    'Bring the clone up to its branch by `git pull`.',
  );
}
