import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { gitChangesSince } from '../../src/io/git.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

async function makeRepository(): Promise<string> {
  const root = await makeTempDir();
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      stdio: 'pipe',
    });
  git('init', '--quiet');
  await writeTree(root, {
    'index/blobs/a': '1',
    'index/blobs/b': '1',
    'index/blobs/c d': '1',
    'other.txt': '1',
  });
  git('add', '.');
  git('commit', '--quiet', '--message', 'first');
  return root;
}

it('tells what was added, changed and taken away below the folder, committed or not', async () => {
  const root = await makeRepository();
  writeFileSync(join(root, 'index/blobs/a'), '2');
  rmSync(join(root, 'index/blobs/c d'));
  writeFileSync(join(root, 'index/blobs/new'), '1');
  writeFileSync(join(root, 'other.txt'), '2');
  expect(await gitChangesSince('HEAD', join(root, 'index'))).toEqual([
    { kind: 'changed', path: 'blobs/a' },
    { kind: 'gone', path: 'blobs/c d' },
    { kind: 'added', path: 'blobs/new' },
  ]);
});

it.each([['no-such-branch'], ['--output=stolen'], ['']])(
  'refuses the revision %j with a remedy',
  async (revision) => {
    const root = await makeRepository();
    await expect(gitChangesSince(revision, join(root, 'index'))).rejects.toThrow(/git cannot compare/);
  },
);
