/** A folder of files that becomes a git repository with one commit. */
import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { GalleryError } from '../domain/gallery-error.ts';
import type { TextFile } from '../domain/output-file.ts';
import { writeAtomic } from './write-atomic.ts';

const run = promisify(execFile);

/** @throws GalleryError when the folder holds anything */
export function checkEmptyFolder(dir: string): void {
  if (!existsSync(dir) || readdirSync(dir).length === 0) return;
  throw new GalleryError(
    'DIR_NOT_EMPTY',
    `${dir} holds files already.`,
    'Name a folder that is empty or not there yet.',
  );
}

/** @throws GalleryError when git does not know in whose name to commit */
export async function checkGitAuthor(): Promise<void> {
  try {
    // Else git would make up an address from the name of the machine.
    await run('git', ['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT']);
  } catch (error) {
    throw new GalleryError(
      'GIT_AUTHOR',
      'git does not know who you are, so there can be no commit.',
      'Tell it once with `git config --global user.name "NAME"` and `git config --global user.email ADDRESS`.',
      { cause: error },
    );
  }
}

/**
 * Writes the files and commits them on `main`. Settings of the machine that change files or run programs are left out.
 * @returns the commit
 * @throws GalleryError when git fails
 */
export async function createRepository(
  dir: string,
  files: readonly TextFile[],
  message: string,
): Promise<string> {
  for (const { path, text } of files) writeAtomic(join(dir, path), text);
  const git = async (...args: readonly string[]) => (await run('git', ['-C', dir, ...args])).stdout.trim();
  try {
    await git('init', '--quiet', '--initial-branch=main', '--template=');
    await git('add', '--all', '--force', '.');
    await git('commit', '--quiet', '--no-verify', '--message', message);
    return await git('rev-parse', 'HEAD');
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
    throw new GalleryError('GIT_FAILED', `git could not commit the files in ${dir}: ${said}`, undefined, {
      cause: error,
    });
  }
}

/** The commit of the checkout at `root`; undefined when it is none, or only lies within another repository. */
export async function commitOf(root: string): Promise<string | undefined> {
  try {
    const [prefix, sha] = await Promise.all([
      run('git', ['-C', root, 'rev-parse', '--show-prefix']),
      run('git', ['-C', root, 'rev-parse', '--verify', 'HEAD^{commit}']),
    ]);
    return prefix.stdout.trim() === '' ? sha.stdout.trim() : undefined;
  } catch {
    return undefined;
  }
}
