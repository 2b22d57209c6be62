import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listIndexFiles } from '../../src/io/index-files.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

it('lists settings, records and blobs, and passes over hidden files', async () => {
  const root = await makeTempDir();
  await writeTree(root, {
    'gallery.yaml': 'x',
    'packages/B.yaml': '',
    'packages/A.yaml': '',
    'blobs/A.1.0.0.nupkg': 'abc',
    'blobs/.gitkeep': '',
  });
  const files = listIndexFiles(root);
  expect(files.root).toBe(`${root}/`);
  expect(files.settings?.sizeBytes).toBe(1);
  expect(files.records.map(({ name }) => name)).toEqual(['A.yaml', 'B.yaml']);
  expect(files.blobs.map(({ name, sizeBytes }) => [name, sizeBytes])).toEqual([['A.1.0.0.nupkg', 3]]);
  expect(files.findings).toEqual([]);
});

it('tells of files that it does not read, links among them', async () => {
  const root = await makeTempDir();
  await writeTree(root, { 'packages/A.yml': '', 'blobs/notes.txt': '', 'blobs/sub/A.1.0.0.nupkg': '' });
  symlinkSync('/etc/hostname', join(root, 'blobs/B.1.0.0.nupkg'));
  const { findings, blobs } = listIndexFiles(root);
  expect(blobs).toEqual([]);
  expect(findings.map(({ code, place }) => `${code} ${place.file.slice(root.length + 1)}`).sort()).toEqual([
    'INDEX_FILE_UNKNOWN blobs/B.1.0.0.nupkg',
    'INDEX_FILE_UNKNOWN blobs/notes.txt',
    'INDEX_FILE_UNKNOWN blobs/sub',
    'INDEX_FILE_UNKNOWN packages/A.yml',
  ]);
});

it('takes an index without records and blobs for an empty one', async () => {
  const root = await makeTempDir();
  expect(listIndexFiles(root)).toMatchObject({ settings: undefined, records: [], blobs: [], findings: [] });
});

it('says so when there is no such folder', async () => {
  const root = await makeTempDir();
  expect(() => listIndexFiles(join(root, 'none'))).toThrow(/There is no folder/);
});
