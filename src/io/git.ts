/** What the git command line knows, asked without a shell. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { GalleryError } from '../domain/gallery-error.ts';
import type { IndexCommitFacts } from '../publish/audit-log.ts';
import type { IndexChange } from '../publish/history.ts';

const run = promisify(execFile);
const OUTPUT_LIMIT_BYTES = 256 * 1024 * 1024;

/** Undefined when it is not set, or there is no git. */
export async function gitConfig(name: string): Promise<string | undefined> {
  try {
    return (await run('git', ['config', '--get', name])).stdout.trim() || undefined;
  } catch {
    return undefined;
  }
}

/**
 * What differs below `folder` between a revision and the files as they lie there now, new files included.
 * @throws GalleryError when it is not in a repository, or there is no such revision
 */
export async function gitChangesSince(revision: string, folder: string): Promise<readonly IndexChange[]> {
  const git = async (...args: readonly string[]) =>
    (await run('git', ['-C', folder, ...args], { maxBuffer: OUTPUT_LIMIT_BYTES })).stdout;
  try {
    const commit = (await git('rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`)).trim();
    const diff = await git('diff', '--no-renames', '--name-status', '-z', '--relative', commit, '--', '.');
    const untracked = await git('ls-files', '--others', '--exclude-standard', '-z', '--', '.');
    return [
      ...readNameStatus(diff),
      ...splitNul(untracked).map((path) => ({ kind: 'added', path }) as const),
    ];
  } catch (error) {
    throw new GalleryError(
      'GIT_REVISION',
      `git cannot compare ${folder} with ${revision}.`,
      'Name a commit, branch or tag of the repository that holds the index, e.g. --base origin/main.',
      { cause: error },
    );
  }
}

/** Commits of the branch that is checked out, newest first; none outside of a repository. */
export async function gitCommitsOf(folder: string): Promise<readonly IndexCommitFacts[]> {
  const format = ['%H', '%cI', '%an', '%B'].join('%x1f');
  const args = ['-C', folder, 'log', '--first-parent', '-z', `--format=${format}`, '--', '.'];
  try {
    const { stdout } = await run('git', args, { maxBuffer: OUTPUT_LIMIT_BYTES });
    return splitNul(stdout).map((text) => {
      const [commit = '', at = '', author = '', message = ''] = text.split('\x1f');
      return { commit, at: new Date(at).toISOString().replace('.000Z', 'Z'), author, message };
    });
  } catch {
    return [];
  }
}

/** Pairs of a status letter and a path. */
function readNameStatus(text: string): readonly IndexChange[] {
  const fields = splitNul(text);
  const changes: IndexChange[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const status = fields[index];
    const path = fields[index + 1] ?? '';
    changes.push({ kind: status === 'A' ? 'added' : status === 'D' ? 'gone' : 'changed', path });
  }
  return changes;
}

function splitNul(text: string): readonly string[] {
  return text.split('\0').filter((field) => field !== '');
}
