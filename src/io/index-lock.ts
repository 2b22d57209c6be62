/** One change of an index at a time: two that read the same record would each write it without the other's version. */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GalleryError } from '../domain/gallery-error.ts';
import { isRunning, type LockOwner, ownerLine, readOwner } from './running-process.ts';

const LOCK_FOLDER = '.pwshelf-lock';
const POLL_MS = 100;
const PATIENCE_MS = 30_000;
/** The name of its owner follows a lock at once, unless the owner is gone. */
const NAMELESS_MS = 5_000;

const held = new Set<string>();

/** @throws GalleryError INDEX_BUSY when another process keeps it for half a minute */
export async function withIndexLock<T>(indexDir: string, change: () => Promise<T>): Promise<T> {
  const lock = join(indexDir, LOCK_FOLDER);
  const deadlineMs = performance.now() + PATIENCE_MS;
  while (!take(lock)) {
    const owner = ownerOf(lock);
    if (isLeftBehind(lock, owner)) rmSync(lock, { recursive: true, force: true });
    else if (performance.now() > deadlineMs) {
      throw new GalleryError(
        'INDEX_BUSY',
        `Another process${owner === undefined ? '' : ` (${owner.pid})`} is changing ${indexDir}.`,
        `Wait for it to end and try again. When there is none, remove ${lock}.`,
      );
    } else await sleep(POLL_MS);
  }
  held.add(lock);
  try {
    return await change();
  } finally {
    held.delete(lock);
    rmSync(lock, { recursive: true, force: true });
  }
}

function take(lock: string): boolean {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lock, 'pid'), ownerLine());
  return true;
}

/** In a container, the next process bears the number of the one that was killed. */
function isLeftBehind(lock: string, owner: LockOwner | undefined): boolean {
  if (owner?.pid === process.pid) return !held.has(lock);
  if (owner !== undefined) return !isRunning(owner);
  const found = statSync(lock, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > NAMELESS_MS;
}

function ownerOf(lock: string): LockOwner | undefined {
  try {
    return readOwner(readFileSync(join(lock, 'pid'), 'utf8'));
  } catch {
    return undefined;
  }
}
