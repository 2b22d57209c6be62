import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OUTPUT_MARKER, openOutputFolder, stagedFiles } from '../../src/io/output-folder.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

describe('openOutputFolder', () => {
  it('puts nothing in place before it is told to', async () => {
    const root = await makeTempDir();
    const folder = openOutputFolder(join(root, 'dist'));
    writeFileSync(join(folder.staging, 'a.txt'), 'a');
    expect(existsSync(join(root, 'dist'))).toBe(false);
    folder.discard();
    expect(readdirSync(root)).toEqual([]);
  });

  it('replaces a folder that an earlier build made', async () => {
    const root = await makeTempDir();
    const first = openOutputFolder(join(root, 'dist'));
    writeFileSync(join(first.staging, 'old.txt'), 'old');
    first.replace();
    const second = openOutputFolder(join(root, 'dist'));
    writeFileSync(join(second.staging, 'new.txt'), 'new');
    second.replace();
    expect(readdirSync(join(root, 'dist')).sort()).toEqual(['.nojekyll', OUTPUT_MARKER, 'new.txt']);
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('never touches a folder that it did not make', async () => {
    const root = await makeTempDir();
    await writeTree(root, { 'dist/thesis.txt': 'irreplaceable' });
    expect(() => openOutputFolder(join(root, 'dist'))).toThrow(/was not written by an earlier build/);
    expect(readFileSync(join(root, 'dist/thesis.txt'), 'utf8')).toBe('irreplaceable');
    expect(readdirSync(root)).toEqual(['dist']);
  });

  it('takes an empty folder', async () => {
    const root = await makeTempDir();
    mkdirSync(join(root, 'dist'));
    openOutputFolder(join(root, 'dist')).replace();
    expect(existsSync(join(root, 'dist', OUTPUT_MARKER))).toBe(true);
  });

  it('refuses while another build is at it, and takes over from one that was stopped', async () => {
    const root = await makeTempDir();
    const running = openOutputFolder(join(root, 'dist'));
    expect(() => openOutputFolder(join(root, 'dist'))).toThrow(/Another build/);
    writeFileSync(join(running.staging, '.pwshelf-process'), '99999999');
    writeFileSync(join(running.staging, 'half.txt'), 'half');
    const next = openOutputFolder(join(root, 'dist'));
    expect(stagedFiles(next)).toEqual([]);
    next.discard();
  });
});

describe('update', () => {
  it('puts changed files in place and removes those that are gone, with folders that become empty', async () => {
    const root = await makeTempDir();
    const first = openOutputFolder(join(root, 'dist'));
    await writeTree(first.staging, { 'a/b/gone.txt': 'x', 'a/stays.txt': 'x', 'c.txt': 'old' });
    first.replace();
    const second = openOutputFolder(join(root, 'dist'));
    await writeTree(second.staging, { 'c.txt': 'new', 'd/e.txt': 'e' });
    second.update(['c.txt', 'd/e.txt'], ['a/b/gone.txt']);
    expect(readdirSync(join(root, 'dist'), { recursive: true }).sort()).toEqual(
      ['.nojekyll', OUTPUT_MARKER, 'a', 'a/stays.txt', 'c.txt', 'd', 'd/e.txt'].sort(),
    );
    expect(readFileSync(join(root, 'dist/c.txt'), 'utf8')).toBe('new');
    expect(readdirSync(root)).toEqual(['dist']);
  });
});
