import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commitIndex } from '../../src/io/commit-index.ts';
import { contentOid } from '../../src/io/git-object.ts';
import { openGitRepository } from '../../src/io/git-repository.ts';
import { importCommit } from '../../src/io/import-commit.ts';
import { makeBareRepository } from '../support/bare-repository.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const PLAN = {
  message: 'Publish X 1.0.0\n\nPush: ü\n',
  author: { name: 'ada', email: 'ada@users.noreply.github.com' },
  committer: { name: 'github-actions[bot]', email: '41898282+github-actions[bot]@users.noreply.github.com' },
  date: '2026-03-01T12:00:00Z',
};

async function makeRepository() {
  const { gitDir, commit } = await makeBareRepository();
  const base = commit('refs/heads/main', { 'a.txt': 'a', 'b/c.txt': 'c' });
  const clone = join(await makeTempDir(), 'clone');
  execFileSync('git', ['clone', '--quiet', '--no-checkout', gitDir, clone]);
  return { repository: openGitRepository(clone), base, gitDir };
}

it('makes the very commit that step by step is made', async () => {
  const { repository, base } = await makeRepository();
  const files = [
    { path: 'packages-index/blobs/X.1.0.0.nupkg', content: Buffer.from([0, 10, 255, 13, 10]) },
    { path: 'packages-index/packages/X.yaml', content: 'id: X\nö\n' },
    { path: 'with space, "quotes" and \\.txt', content: '' },
    { path: 'b/c.txt', content: undefined },
    { path: 'absent.txt', content: undefined },
  ];
  const made = await importCommit(repository, { ...PLAN, base, files });
  expect(made).toBe(await commitIndex(repository, { ...PLAN, base, merged: undefined, files }));
  expect(await importCommit(repository, { ...PLAN, base, files })).toBe(made);
  // The branch knows nothing of it.
  expect(await repository.commit('main')).toBe(base);
});

it('lets nobody write into a commit by a name', async () => {
  const { repository, base } = await makeRepository();
  const author = { name: 'a<b>\nM 100644 inline x', email: 'a>\n@b' };
  const made = await importCommit(repository, {
    ...PLAN,
    author,
    base,
    files: [{ path: 'x.txt', content: 'x' }],
  });
  expect((await repository.git(['log', '-1', '--format=%an|%ae', made])).trim()).toBe(
    'abM 100644 inline x|a@b',
  );
  expect(await repository.paths(made, 'x.txt')).toEqual(['x.txt']);
});

it('knows the names that git gives to contents', async () => {
  const { gitDir, base } = await makeRepository();
  for (const content of ['', 'ö\n', Buffer.from([0, 255])]) {
    const named = execFileSync('git', ['--git-dir', gitDir, 'hash-object', '--stdin'], { input: content });
    expect(contentOid(content, base)).toBe(named.toString().trim());
  }
});
