import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openIndexClone, readCloneState } from '../../src/io/index-clone.ts';
import { makeTempDir } from '../support/temp-dir.ts';

async function makeTree(folder = 'packages-index') {
  const top = await makeTempDir();
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-C', top, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { stdio: 'pipe' });
  git('init', '--quiet', '--initial-branch=main');
  mkdirSync(join(top, folder));
  writeFileSync(join(top, folder, 'gallery.yaml'), 'title: T\n');
  git('add', '-A');
  return { top, git, indexDir: join(top, folder) };
}

it('finds the branch that is checked out, and where it is', async () => {
  const { git, top, indexDir } = await makeTree();
  git('commit', '--quiet', '-m', 'Begin');
  const clone = await openIndexClone(indexDir);
  expect([clone.branch, clone.top]).toEqual(['main', `${top}/`]);
  const { head, placing } = await readCloneState(clone);
  expect([head, placing]).toEqual([git('rev-parse', 'HEAD').toString().trim(), undefined]);
  expect((await readCloneState(await openIndexClone(`${indexDir}/`))).head).toBe(head);
});

it('serves from one of several working trees of a repository', async () => {
  const { git, top } = await makeTree();
  git('commit', '--quiet', '-m', 'Begin');
  git('worktree', 'add', '--quiet', '-b', 'other', join(top, 'beside'));
  const clone = await openIndexClone(join(top, 'beside/packages-index'));
  expect([clone.branch, clone.commonDir]).toEqual(['other', join(top, '.git')]);
  expect((await readCloneState(clone)).placing).toBeUndefined();
});

it.each([
  ['no folder', async () => join(await makeTempDir(), 'absent'), 'INDEX_ABSENT'],
  ['no repository', makeTempDir, 'CLONE_ABSENT'],
  ['a folder elsewhere in the repository', async () => (await makeTree('index')).indexDir, 'CLONE_ELSEWHERE'],
  [
    'a commit that is checked out by itself',
    async () => {
      const { git, indexDir } = await makeTree();
      git('commit', '--quiet', '-m', 'Begin');
      git('switch', '--quiet', '--detach');
      return indexDir;
    },
    'CLONE_DETACHED',
  ],
])('says what is missing where there is %s', async (_, make, code) => {
  const dir = await make();
  await expect(openIndexClone(dir)).rejects.toMatchObject({ code, hint: expect.stringMatching(/\.$/) });
});

it('wants a branch with a commit', async () => {
  const { indexDir } = await makeTree();
  await expect(openIndexClone(indexDir).then(readCloneState)).rejects.toMatchObject({
    code: 'CLONE_DETACHED',
  });
});
