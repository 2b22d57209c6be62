import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
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

it('takes over a lock whose process is gone', async () => {
  const root = await makeTempDir();
  writeFileSync(join(root, '.pwshelf-lock'), '99999999\n');
  expect(await withIndexLock(root, async () => 'done')).toBe('done');
  expect(existsSync(join(root, '.pwshelf-lock'))).toBe(false);
});

it('makes no folder for an index that is not there', async () => {
  const absent = join(await makeTempDir(), 'absent');
  await expect(withIndexLock(absent, async () => 'done')).rejects.toThrow('There is no folder');
  expect(existsSync(absent)).toBe(false);
});

it('takes away what was half written, and nothing else, before the first change', async () => {
  const root = await makeTempDir();
  mkdirSync(join(root, 'blobs'));
  const names = ['blobs/.X.1.0.0.nupkg.0123abcd.partial', '.keys.yaml.0123abcd.partial', 'blobs/.keep'];
  for (const name of names) writeFileSync(join(root, name), 'half');
  await withIndexLock(root, async () =>
    expect(names.filter((name) => existsSync(join(root, name)))).toEqual(['blobs/.keep']),
  );
});
