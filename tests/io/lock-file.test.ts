import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { GalleryError } from '../../src/domain/gallery-error.ts';
import { dropLeftLock, type LockFile, withLockFile } from '../../src/io/lock-file.ts';
import { ownerLine } from '../../src/io/running-process.ts';
import { makeTempDir } from '../support/temp-dir.ts';

async function makeLock(text?: string): Promise<LockFile & { readonly folder: string }> {
  const folder = await makeTempDir();
  const path = join(folder, 'lock');
  if (text !== undefined) writeFileSync(path, text);
  const busy: LockFile['busy'] = (owner) => new GalleryError('BUSY', `held by ${owner?.pid ?? 'others'}`, '');
  return { folder, path, prefix: 'ours ', pollMs: 1, patienceMs: 20, busy };
}

it('names its owner while it is held, and leaves nothing', async () => {
  const lock = await makeLock();
  expect(await withLockFile(lock, async () => readFileSync(lock.path, 'utf8'))).toBe(`ours ${ownerLine()}\n`);
  expect(readdirSync(lock.folder)).toEqual([]);
});

it('lets go when the change fails', async () => {
  const lock = await makeLock();
  await expect(withLockFile(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(readdirSync(lock.folder)).toEqual([]);
});

it.each([
  ['another process', 'ours 99999999\n'],
  // The next one in a container has the number of the one before.
  ['one of the same number', `ours ${process.pid}\n`],
  ...(process.platform === 'linux'
    ? [['one whose number another process has by now', `ours ${process.ppid} 1\n`]]
    : []),
])('takes over what %s has left', async (_, text) => {
  const lock = await makeLock(text);
  expect(await withLockFile(lock, async () => 'done')).toBe('done');
  writeFileSync(lock.path, text);
  expect(dropLeftLock(lock)).toBe(true);
  expect(readdirSync(lock.folder)).toEqual([]);
});

it.each([
  ['a process that runs', `ours ${process.ppid}\n`, `held by ${process.ppid}`],
  ['others', 'DIRC', 'held by others'],
  ['nobody knows whom', '', 'held by others'],
])('leaves the lock of %s alone, and says so in the end', async (_, text, message) => {
  const lock = await makeLock(text);
  expect(dropLeftLock(lock)).toBe(false);
  await expect(withLockFile(lock, async () => 'done')).rejects.toThrow(message);
  expect(readFileSync(lock.path, 'utf8')).toBe(text);
  expect(readdirSync(lock.folder)).toEqual(['lock']);
});

it('has nothing to drop where there is no lock', async () => {
  expect(dropLeftLock(await makeLock())).toBe(false);
});

it('lets one change after the other, however many want the lock that was left behind', async () => {
  const lock = { ...(await makeLock('ours 99999999\n')), patienceMs: 10_000 };
  let running = 0;
  const change = async () => {
    running += 1;
    expect(running).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
  };
  await Promise.all(Array.from({ length: 10 }, () => withLockFile(lock, change)));
  expect(existsSync(lock.path)).toBe(false);
});
