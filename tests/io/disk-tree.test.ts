import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { diskTree } from '../../src/io/disk-tree.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

it('lists files of all depths in code point order', async () => {
  const root = await makeTempDir();
  await writeTree(root, { 'b.txt': '', 'a/z.txt': '', 'a/B.txt': '', 'A.txt': '' });
  expect(await diskTree(root).list()).toEqual(['A.txt', 'a/B.txt', 'a/z.txt', 'b.txt']);
});

it('reads the bytes of a file, and rejects for one that is not there', async () => {
  const root = await makeTempDir();
  await writeTree(root, { 'a/b.bin': new Uint8Array([1, 2, 255]) });
  expect([...(await diskTree(root).bytes('a/b.bin'))]).toEqual([1, 2, 255]);
  await expect(diskTree(root).bytes('a/none')).rejects.toThrow(/ENOENT/);
});

it('leaves out links, whose targets may lie outside', async () => {
  const root = await makeTempDir();
  await writeTree(root, { 'a.txt': 'a' });
  symlinkSync('/etc/hostname', join(root, 'link.txt'));
  symlinkSync('/etc', join(root, 'folder'));
  expect(await diskTree(root).list()).toEqual(['a.txt']);
});
