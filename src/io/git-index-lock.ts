/**
 * Git's own lock of its index, held while a branch moves under a working tree: whoever commits there in that moment would
 * commit the files as they were, and so take back what has just landed.
 */
import { join } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import { dropLeftLock, type LockFile, withLockFile } from './lock-file.ts';

/** @throws GalleryError GIT_BUSY when somebody else's git keeps it */
export function withGitIndexLock<T>(gitDir: string, change: () => Promise<T>): Promise<T> {
  return withLockFile(lockOf(gitDir), change);
}

/** A lock that a killed process of ours has left would keep everybody from committing. */
export function dropLeftGitIndexLock(gitDir: string): void {
  dropLeftLock(lockOf(gitDir));
}

function lockOf(gitDir: string): LockFile {
  const path = join(gitDir, 'index.lock');
  return {
    path,
    prefix: 'pwshelf ',
    pollMs: 50,
    patienceMs: 10_000,
    busy: () =>
      new GalleryError(
        'GIT_BUSY',
        `Somebody's git is at work on the clone of the gallery: ${path} is there.`,
        'Let it end, such as a commit whose message is still being written. When there is none, remove the file.',
      ),
  };
}
