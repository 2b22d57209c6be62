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
  expect(existsSync(lock)).toBe(false);
});

it('takes over what a killed process of ours has left', async () => {
  const { folder, lock } = await makeLock('pwshelf 99999999\n');
  expect(await withGitIndexLock(folder, async () => 'done')).toBe('done');
  writeFileSync(lock, 'pwshelf 99999999\n');
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
