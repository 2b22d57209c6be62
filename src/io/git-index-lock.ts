/**
 * Git's own lock of its index, held while a branch moves under a working tree: whoever commits there in that moment would
 * commit the files as they were, and so take back what has just landed.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GalleryError } from '../domain/gallery-error.ts';
import { isRunning, ownerLine, readOwner } from './running-process.ts';
import { createAtomic } from './write-atomic.ts';

const OURS = 'pwshelf ';
const POLL_MS = 50;
const PATIENCE_MS = 10_000;

const held = new Set<string>();

/** @throws GalleryError GIT_BUSY when somebody else's git keeps it */
export async function withGitIndexLock<T>(gitDir: string, change: () => Promise<T>): Promise<T> {
  const lock = join(gitDir, 'index.lock');
  const deadlineMs = performance.now() + PATIENCE_MS;
  while (!take(lock)) {
    if (isLeftBehind(lock)) rmSync(lock, { force: true });
    else if (performance.now() > deadlineMs) {
      throw new GalleryError(
        'GIT_BUSY',
        `Somebody's git is at work on the clone of the gallery: ${lock} is there.`,
        'Let it end, such as a commit whose message is still being written. When there is none, remove the file.',
      );
    } else await sleep(POLL_MS);
  }
  held.add(lock);
  try {
    return await change();
  } finally {
    held.delete(lock);
    rmSync(lock, { force: true });
  }
}

/** A lock that a killed process of ours has left would keep everybody from committing. */
export function dropLeftGitIndexLock(gitDir: string): void {
  const lock = join(gitDir, 'index.lock');
  if (isLeftBehind(lock)) rmSync(lock, { force: true });
}

function take(lock: string): boolean {
  try {
    // Whoever is killed in between must not leave a lock without a name, which would be taken for git's.
    createAtomic(lock, `${OURS}${ownerLine()}\n`, { isLasting: false });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

/** By a process of ours that was killed. In a container, the next one bears the same number. */
function isLeftBehind(lock: string): boolean {
  try {
    const text = readFileSync(lock, 'latin1');
    if (!text.startsWith(OURS)) return false;
    const owner = readOwner(text.slice(OURS.length));
    return owner?.pid === process.pid ? !held.has(lock) : !(owner && isRunning(owner));
  } catch {
    return false;
  }
}
