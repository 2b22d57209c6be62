/**
 * One commit on top of a branch, made by git's plumbing: the tree of the branch with the planned files in it, and nothing
 * else. Neither the working tree nor the index of the clone is touched, so whoever is interrupted leaves nothing behind.
 */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import type { GitRepository } from './git-repository.ts';

export interface CommitFile {
  /** From the root of the repository. */
  readonly path: string;
  /** Undefined takes the file away. */
  readonly content: string | Uint8Array | undefined;
}

export interface CommitPerson {
  readonly name: string;
  readonly email: string;
}

export interface IndexCommit {
  /** The commit that it stands on; undefined for the first one of a branch of its own. */
  readonly base: string | undefined;
  /** A second parent, when the pull request is to count as merged. */
  readonly merged: string | undefined;
  readonly files: readonly CommitFile[];
  readonly message: string;
  readonly author: CommitPerson;
  /** UTC, ISO 8601. */
  readonly date: string;
}

/** Who commits on GitHub when an action does. */
export const BOT: CommitPerson = {
  name: 'github-actions[bot]',
  email: '41898282+github-actions[bot]@users.noreply.github.com',
};

/** @returns the name of the commit */
export async function commitIndex(repository: GitRepository, commit: IndexCommit): Promise<string> {
  const { git } = repository;
  const gitDir = (await git(['rev-parse', '--absolute-git-dir'])).trim();
  const index = join(gitDir, `pwshelf-${randomBytes(6).toString('hex')}.index`);
  const env = { GIT_INDEX_FILE: index };
  try {
    await git(['read-tree', commit.base ?? '--empty'], { env });
    for (const { path, content } of commit.files) {
      if (content === undefined) await git(['update-index', '--force-remove', '--', path], { env });
      else {
        const oid = (await git(['hash-object', '-w', '--no-filters', '--stdin'], { input: content })).trim();
        await git(['update-index', '--add', '--cacheinfo', `100644,${oid},${path}`], { env });
      }
    }
    const tree = (await git(['write-tree'], { env })).trim();
    const parents = [commit.base, commit.merged].filter((parent) => parent !== undefined);
    const { author, date } = commit;
    const made = await git(['commit-tree', tree, ...parents.flatMap((parent) => ['-p', parent]), '-F', '-'], {
      input: commit.message,
      env: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_NAME: BOT.name,
        GIT_COMMITTER_EMAIL: BOT.email,
        GIT_COMMITTER_DATE: date,
      },
    });
    return made.trim();
  } finally {
    await rm(index, { force: true });
    await rm(`${index}.lock`, { force: true });
  }
}

/**
 * Pushes to a branch that must not have moved.
 * @param base  where the branch was when the commit was made; undefined when there was none
 * @returns false when it has moved: fetch, decide again, and try again
 * @throws GalleryError when it is refused for another reason
 */
export async function pushCommit(
  { git }: GitRepository,
  {
    commit,
    base,
    branch,
  }: { readonly commit: string; readonly base: string | undefined; readonly branch: string },
  env: Readonly<Record<string, string>>,
): Promise<boolean> {
  const ref = `refs/heads/${branch}`;
  try {
    // The lease also tells a branch that was set back: what was taken out of it must not come again with its child. An
    // empty one stands for a branch that is not there yet.
    await git(['push', '--quiet', `--force-with-lease=${ref}:${base ?? ''}`, 'origin', `${commit}:${ref}`], {
      env,
    });
    return true;
  } catch (error) {
    // Not by what git says, which differs from one remote to the next: by where the branch is.
    const tip = (await git(['ls-remote', 'origin', ref], { env })).split('\t')[0];
    if (tip !== (base ?? '')) return tip === commit;
    throw new GalleryError(
      'PUSH_REFUSED',
      `The commit cannot be pushed to ${branch}. ${error instanceof Error ? error.message : ''}`.trim(),
      'See that whoever pushes may write there (a job needs `contents: write`), and that no rule of the branch forbids it.',
      { cause: error },
    );
  }
}
