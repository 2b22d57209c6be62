/**
 * Lets only one set-up work at a time: two npm scripts started together would otherwise install into the
 * same node_modules. The lock is a folder, since making a folder either succeeds or finds it there.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 250;

/** A lock whose owner has not yet written its process number is given this long to do so. */
const UNNAMED_LIMIT_MS = 10_000;

/**
 * @param {string} folder  where the lock lies; made when absent
 * @param {() => void} work
 */
export async function withSetupLock(folder, work) {
  mkdirSync(folder, { recursive: true });
  const lock = join(folder, 'setup.lock');
  let hasSaidSo = false;
  while (!tryTake(lock)) {
    if (isStale(lock)) {
      rmSync(lock, { recursive: true, force: true });
      continue;
    }
    if (!hasSaidSo) console.error('setup: waiting for another set-up of this checkout to finish.');
    hasSaidSo = true;
    await sleep(POLL_MS);
  }
  // Interrupted by Ctrl+C or by an error: the lock must not stay.
  const release = () => rmSync(lock, { recursive: true, force: true });
  process.once('exit', release);
  try {
    work();
  } finally {
    process.off('exit', release);
    release();
  }
}

/** @param {string} lock */
function tryTake(lock) {
  try {
    mkdirSync(lock);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

/**
 * Whether the process that took the lock is gone.
 * @param {string} lock
 */
function isStale(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    if (Number.isInteger(pid) && pid > 0) return !isRunning(pid);
  } catch {
    // No process number yet: its owner is about to write it, or was stopped before it could.
  }
  try {
    return Date.now() - statSync(lock).mtimeMs > UNNAMED_LIMIT_MS;
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
