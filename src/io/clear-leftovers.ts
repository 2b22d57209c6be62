/**
 * What a server that was killed leaves in a clone beside what it has landed: files half written, and locks that nobody holds,
 * with which nothing could be changed any more.
 */
import { rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dropLeftGitIndexLock } from './git-index-lock.ts';
import type { IndexClone } from './index-clone.ts';
import { namesIn, removeMatching } from './remove-matching.ts';
import { PARTIAL_NAME } from './write-atomic.ts';

/** Git holds the lock of a ref for the blink of an eye, and never while it waits for somebody. */
const REF_LOCK_MS = 5_000;
const POLL_MS = 200;

/** Call it under the lock of the index. */
export async function clearLeftovers(clone: IndexClone): Promise<void> {
  const { gitDir } = clone;
  removeMatching(gitDir, PARTIAL_NAME);
  removeMatching(gitDir, /^pwshelf-[0-9a-f]+\.index(?:\.lock)?$/);
  dropLeftGitIndexLock(gitDir);
  for (const lock of refLocks(clone)) await waitOrRemove(lock);
}

/** Of the branch, and of all refs that a server or its fetching moves. */
function refLocks({ gitDir, commonDir, branch }: IndexClone): readonly string[] {
  const own = ['refs/pwshelf', 'refs/remotes/origin'].flatMap((folder) =>
    locksBelow(join(commonDir, folder)),
  );
  const others = [`refs/heads/${branch}`, 'packed-refs'].map((ref) => join(commonDir, `${ref}.lock`));
  return [join(gitDir, 'HEAD.lock'), ...others, ...own];
}

function locksBelow(folder: string): readonly string[] {
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name);
    // Not by one recursive call: that fails as a whole where a git that outlived its server takes down an empty folder.
    return name.endsWith('.lock') ? [path] : locksBelow(path);
  });
}

async function waitOrRemove(lock: string): Promise<void> {
  for (;;) {
    const found = statSync(lock, { throwIfNoEntry: false });
    if (!found) return;
    if (Date.now() - found.mtimeMs > REF_LOCK_MS) rmSync(lock, { force: true });
    else await sleep(POLL_MS);
  }
}
