import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commitIndex, pushCommit } from '../../src/io/commit-index.ts';
import { openGitRepository } from '../../src/io/git-repository.ts';
import { makeBareRepository } from '../support/bare-repository.ts';
import { makeTempDir } from '../support/temp-dir.ts';

async function makeClone() {
  const { gitDir, commit } = await makeBareRepository();
  const first = commit('refs/heads/main', { 'a.txt': 'a', 'b.txt': 'b' });
  const base = commit(
    'refs/heads/main',
    { 'a.txt': 'a', 'b.txt': 'b', '.gitattributes': '* text eol=crlf' },
    [first],
  );
  const clone = join(await makeTempDir(), 'clone');
  execFileSync('git', ['clone', '--quiet', '--no-checkout', gitDir, clone]);
  const remote = (...args: readonly string[]) =>
    execFileSync('git', ['--git-dir', gitDir, ...args], { encoding: 'utf8' }).trim();
  return { repository: openGitRepository(clone), clone, first, base, commit, remote };
}

const PLAN = {
  merged: undefined,
  message: 'Publish X 1.0.0\n\nRequest: x\n',
  author: { name: 'ada', email: '101+ada@users.noreply.github.com' },
  date: '2026-03-01T12:00:00Z',
};

it('makes one commit of the tree of its base with just the planned files in it', async () => {
  const { repository, clone, base } = await makeClone();
  const bytes = Buffer.from('one\r\ntwo\n\0');
  const made = await commitIndex(repository, {
    ...PLAN,
    base,
    files: [
      { path: 'b.txt', content: undefined },
      { path: 'absent.txt', content: undefined },
      { path: 'new/c, d.nupkg', content: bytes },
    ],
  });
  const changes = await repository.changes(base, made);
  expect(changes.map(({ path, kind, mode }) => [path, kind, mode])).toEqual([
    ['b.txt', 'gone', '100644'],
    ['new/c, d.nupkg', 'added', '100644'],
  ]);
  // Whatever attributes say: the hash of the record is that of these bytes.
  expect(Buffer.from(await repository.bytes(changes[1]?.oid ?? ''))).toEqual(bytes);
  const facts = await repository.git(['log', '-1', '--format=%P|%an|%ae|%cn|%ct|%s', made]);
  expect(facts.trim()).toBe(
    `${base}|ada|101+ada@users.noreply.github.com|github-actions[bot]|1772366400|Publish X 1.0.0`,
  );
  expect(readdirSync(clone)).toEqual(['.git']);
  expect(readdirSync(join(clone, '.git')).filter((name) => /index/.test(name))).toEqual([]);
});

it('makes the same commit of the same facts, and a merge of a head without its tree', async () => {
  const { repository, base, first, commit } = await makeClone();
  const head = commit('refs/heads/request', { 'evil.txt': 'x' }, [first]);
  await repository.git(['fetch', '--quiet', 'origin', 'refs/heads/request']);
  const plan = { ...PLAN, base, merged: head, files: [{ path: 'c.txt', content: 'c' }] };
  const made = await commitIndex(repository, plan);
  expect(await commitIndex(repository, plan)).toBe(made);
  expect((await repository.git(['log', '-1', '--format=%P', made])).trim()).toBe(`${base} ${head}`);
  expect((await repository.changes(base, made)).map(({ path }) => path)).toEqual(['c.txt']);
});

it.each(['../x', '/x', '.git/config', 'a/.GIT/hooks/x', 'a//b', ''])('writes no file at %j', async (path) => {
  const { repository, base } = await makeClone();
  const commit = commitIndex(repository, { ...PLAN, base, files: [{ path, content: 'x' }] });
  await expect(commit).rejects.toMatchObject({ code: 'GIT_FAILED' });
});

it('pushes onto the branch that it was made for, and onto none that moved, forward or back', async () => {
  const { repository, base, first, commit, remote } = await makeClone();
  const made = await commitIndex(repository, { ...PLAN, base, files: [{ path: 'c.txt', content: 'c' }] });
  const push = () => pushCommit(repository, { commit: made, base, branch: 'main' }, {});
  const moved = commit('refs/heads/main', { 'a.txt': 'other' }, [base]);
  expect([await push(), remote('rev-parse', 'main')]).toEqual([false, moved]);
  remote('update-ref', 'refs/heads/main', first);
  expect([await push(), remote('rev-parse', 'main')]).toEqual([false, first]);
  remote('update-ref', 'refs/heads/main', base);
  expect([await push(), remote('rev-parse', 'main')]).toEqual([true, made]);
  // Its answer was lost, and it is pushed again.
  expect(await push()).toBe(true);
});

it('says what is in the way when the branch has not moved', async () => {
  const { repository, base, remote } = await makeClone();
  const made = await commitIndex(repository, { ...PLAN, base, files: [{ path: 'c.txt', content: 'c' }] });
  remote('config', 'receive.maxInputSize', '1');
  const push = pushCommit(repository, { commit: made, base, branch: 'main' }, {});
  await expect(push).rejects.toMatchObject({ code: 'PUSH_REFUSED' });
});
