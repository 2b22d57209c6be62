import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { withIndexLock } from '../../src/io/index-lock.ts';
import { makeTempDir } from '../support/temp-dir.ts';

it('lets one change run after the other', async () => {
  const root = await makeTempDir();
  const events: string[] = [];
  const change = (name: string) => async () => {
    events.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    events.push(`${name} ends`);
  };
  await Promise.all([withIndexLock(root, change('a')), withIndexLock(root, change('b'))]);
  expect(events).toHaveLength(4);
  expect(events[1]?.slice(0, 1)).toBe(events[0]?.slice(0, 1));
});

it('lets go when the change fails', async () => {
  const root = await makeTempDir();
  await expect(withIndexLock(root, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(existsSync(join(root, '.pwshelf-lock'))).toBe(false);
});

it('takes over a lock whose process is gone', async () => {
  const root = await makeTempDir();
  mkdirSync(join(root, '.pwshelf-lock'));
  // The highest number that Linux gives a process is 4194304.
  writeFileSync(join(root, '.pwshelf-lock/pid'), '99999999');
  expect(await withIndexLock(root, async () => 'done')).toBe('done');
});

it('takes over a lock of its own number that it does not hold, as in a container that was started again', async () => {
  const root = await makeTempDir();
  mkdirSync(join(root, '.pwshelf-lock'));
  writeFileSync(join(root, '.pwshelf-lock/pid'), String(process.pid));
  expect(await withIndexLock(root, async () => 'done')).toBe('done');
});

it('takes over a lock whose process was gone before it could say its name', async () => {
  const root = await makeTempDir();
  const lock = join(root, '.pwshelf-lock');
  mkdirSync(lock);
  utimesSync(lock, new Date(0), new Date(0));
  expect(await withIndexLock(root, async () => 'done')).toBe('done');
});
