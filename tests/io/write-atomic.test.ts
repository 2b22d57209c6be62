import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAtomic, linkNew, writeAtomic } from '../../src/io/write-atomic.ts';
import { makeTempDir } from '../support/temp-dir.ts';

describe('writeAtomic', () => {
  it('writes into folders that are not there yet and leaves nothing beside the file', async () => {
    const root = await makeTempDir();
    writeAtomic(join(root, 'a/b/c.txt'), 'new');
    expect(readFileSync(join(root, 'a/b/c.txt'), 'utf8')).toBe('new');
    expect(readdirSync(join(root, 'a/b'))).toEqual(['c.txt']);
  });

  it('replaces what was there', async () => {
    const root = await makeTempDir();
    writeFileSync(join(root, 'c.txt'), 'old');
    writeAtomic(join(root, 'c.txt'), 'new');
    expect(readFileSync(join(root, 'c.txt'), 'utf8')).toBe('new');
  });

  it('leaves nothing behind when the target cannot be replaced', async () => {
    const root = await makeTempDir();
    mkdirSync(join(root, 'folder/inner'), { recursive: true });
    expect(() => writeAtomic(join(root, 'folder'), 'new')).toThrow();
    expect(readdirSync(root)).toEqual(['folder']);
  });
});

describe('createAtomic', () => {
  it('refuses to replace a file, which stays as it was', async () => {
    const root = await makeTempDir();
    createAtomic(join(root, 'c.txt'), 'first');
    expect(() => createAtomic(join(root, 'c.txt'), 'second')).toThrow(/EEXIST/);
    expect(readFileSync(join(root, 'c.txt'), 'utf8')).toBe('first');
    expect(readdirSync(root)).toEqual(['c.txt']);
  });
});

describe('linkNew', () => {
  const noLinks = (code: string) => () => {
    throw Object.assign(new Error(code), { code });
  };

  it.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'])(
    'copies where there are no links (%s), and replaces nothing',
    async (code) => {
      const root = await makeTempDir();
      writeFileSync(join(root, 'a'), 'new');
      linkNew(join(root, 'a'), join(root, 'b'), noLinks(code));
      expect(readFileSync(join(root, 'b'), 'utf8')).toBe('new');
      writeFileSync(join(root, 'b'), 'other');
      expect(() => linkNew(join(root, 'a'), join(root, 'b'), noLinks(code))).toThrow('EEXIST');
      expect(() => linkNew(join(root, 'a'), join(root, 'b'))).toThrow('EEXIST');
      expect(readFileSync(join(root, 'b'), 'utf8')).toBe('other');
    },
  );

  it('copies nothing when the disk fails', async () => {
    const root = await makeTempDir();
    writeFileSync(join(root, 'a'), 'new');
    expect(() => linkNew(join(root, 'a'), join(root, 'b'), noLinks('EIO'))).toThrow('EIO');
    expect(readdirSync(root)).toEqual(['a']);
  });
});
