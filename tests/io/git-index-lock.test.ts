import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dropLeftGitIndexLock, withGitIndexLock } from '../../src/io/git-index-lock.ts';
import { ownerLine } from '../../src/io/running-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';

async function makeLock(text?: string) {
  const folder = await makeTempDir();
  const lock = join(folder, 'index.lock');
  if (text !== undefined) writeFileSync(lock, text);
  return { folder, lock };
}

it('keeps git out while it changes, and lets go', async () => {
  const { folder, lock } = await makeLock();
  expect(await withGitIndexLock(folder, async () => readFileSync(lock, 'utf8'))).toBe(
    `pwshelf ${ownerLine()}\n`,
  );
  await expect(withGitIndexLock(folder, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(lock)).toBe(false);
});

it.each([
  ['another process', 'pwshelf 99999999\n'],
  ['one whose number another process has by now', `pwshelf ${process.ppid} 1\n`],
  // The next one in a container has the number of the one before.
  ['one of the same number', `pwshelf ${process.pid}\n`],
])('takes over what %s has left', async (_, text) => {
  const { folder, lock } = await makeLock(text);
  expect(await withGitIndexLock(folder, async () => 'done')).toBe('done');
  writeFileSync(lock, text);
  dropLeftGitIndexLock(folder);
  expect(existsSync(lock)).toBe(false);
});

it('waits for git, and leaves its lock alone', async () => {
  const { folder, lock } = await makeLock('DIRC');
  dropLeftGitIndexLock(folder);
  expect(existsSync(lock)).toBe(true);
  let isDone = false;
  const waiting = withGitIndexLock(folder, async () => {
    isDone = true;
  });
  await new Promise((resolve) => setTimeout(resolve, 120));
  expect(isDone).toBe(false);
  rmSync(lock);
  await waiting;
  expect(isDone).toBe(true);
});

it('lets one change after the other', async () => {
  const { folder } = await makeLock();
  let running = 0;
  const change = async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
  };
  await Promise.all([1, 2, 3].map(() => withGitIndexLock(folder, change)));
});
