/** A lock is a file that names its owner, so that the lock of a process that was killed keeps nobody waiting. */
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GalleryError } from '../domain/gallery-error.ts';
import { isRunning, type LockOwner, ownerLine, readOwner } from './running-process.ts';
import { besideOf, linkNew } from './write-atomic.ts';

export interface LockFile {
  readonly path: string;
  /** What tells our locks from those of others in the same place. */
  readonly prefix: string;
  readonly pollMs: number;
  readonly patienceMs: number;
  /** @param owner  undefined when the lock is not ours */
  readonly busy: (owner: LockOwner | undefined) => GalleryError;
}

/** By this process. */
const held = new Set<string>();

/** @throws what `busy` gives when somebody keeps it longer than patience lasts */
export async function withLockFile<T>(lock: LockFile, change: () => Promise<T>): Promise<T> {
  const deadlineMs = performance.now() + lock.patienceMs;
  while (!take(lock)) {
    if (dropLeftLock(lock)) continue;
    if (performance.now() > deadlineMs) throw lock.busy(ownerOf(lock, textOf(lock)));
    await sleep(lock.pollMs);
  }
  held.add(lock.path);
  try {
    return await change();
  } finally {
    held.delete(lock.path);
    rmSync(lock.path, { force: true });
  }
}

/** @returns whether a lock was there that nobody holds, and is not any more */
export function dropLeftLock(lock: LockFile): boolean {
  const text = textOf(lock);
  const owner = ownerOf(lock, text);
  // In a container, the next process bears the number of the one that was killed.
  if (!owner || (owner.pid === process.pid ? held.has(lock.path) : isRunning(owner))) return false;
  const aside = besideOf(lock.path);
  try {
    renameSync(lock.path, aside);
  } catch {
    // Another process was quicker.
    return true;
  }
  try {
    // It was even quicker, and this is its own.
    if (readFileSync(aside, 'latin1') !== text) linkNew(aside, lock.path);
  } finally {
    rmSync(aside, { force: true });
  }
  return true;
}

function take({ path, prefix }: LockFile): boolean {
  const aside = besideOf(path);
  writeFileSync(aside, `${prefix}${ownerLine()}\n`);
  try {
    // Whoever is killed before this must not leave a lock without a name, which nobody could take for left behind.
    linkNew(aside, path);
    return true;
  } catch (error) {
    // The file beside it is gone when the holder of the lock has cleared away what others left.
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOENT'))
      return false;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function ownerOf({ prefix }: LockFile, text: string | undefined): LockOwner | undefined {
  return text?.startsWith(prefix) ? readOwner(text.slice(prefix.length)) : undefined;
}

function textOf({ path }: LockFile): string | undefined {
  try {
    return readFileSync(path, 'latin1');
  } catch {
    return undefined;
  }
}
