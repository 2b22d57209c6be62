import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { advanceClone, completeClone, filesBetween, settleClone } from '../../src/io/advance-clone.ts';
import { importCommit } from '../../src/io/import-commit.ts';
import { openIndexClone, PLACING, readCloneState } from '../../src/io/index-clone.ts';
import { makeTempDir } from '../support/temp-dir.ts';

const PERSON = { name: 'ada', email: 'ada@users.noreply.github.com' };
const RECORD = 'packages-index/packages/X.yaml';
const BLOB = 'packages-index/blobs/X.2.nupkg';

/** A clone, and a commit that its branch is not at yet: one file changed, one added, one gone. */
async function makeClone() {
  const top = await makeTempDir();
  const run = (...args: readonly string[]) =>
    execFileSync('git', ['-C', top, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      encoding: 'utf8',
    }).trim();
  run('init', '--quiet', '--initial-branch=main');
  for (const folder of ['blobs', 'packages'])
    mkdirSync(join(top, 'packages-index', folder), { recursive: true });
  const path = (name: string) => join(top, name);
  writeFileSync(path(RECORD), 'one\n');
  writeFileSync(path('packages-index/blobs/X.1.nupkg'), 'old');
  writeFileSync(path('README.md'), 'read\n');
  run('add', '-A');
  run('commit', '--quiet', '-m', 'Begin');
  const from = run('rev-parse', 'HEAD');
  const clone = await openIndexClone(path('packages-index'));
  const to = await importCommit(clone.repository, {
    base: from,
    files: [
      { path: BLOB, content: 'new' },
      { path: RECORD, content: 'two\n' },
      { path: 'packages-index/blobs/X.1.nupkg', content: undefined },
    ],
    message: 'Publish\n',
    author: PERSON,
    committer: PERSON,
    date: '2026-03-01T12:00:00Z',
  });
  const files = await filesBetween(clone, from, to);
  /** As a server leaves it that is killed at that very moment. */
  const killAfterMove = () => {
    run('update-ref', PLACING.from, from);
    run('update-ref', PLACING.to, to);
    run('update-ref', 'refs/heads/main', to);
  };
  return { clone, run, path, from, to, files, killAfterMove };
}

it('moves branch, files and index, blobs before records and away after them', async () => {
  const { clone, run, from, to, files } = await makeClone();
  expect(files.map(({ path }) => path)).toEqual([BLOB, RECORD, 'packages-index/blobs/X.1.nupkg']);
  expect(await advanceClone(clone, { from, to, files, note: 'pwshelf: Publish' })).toEqual({
    kind: 'done',
    trouble: undefined,
  });
  expect([run('rev-parse', 'HEAD'), run('status', '--porcelain')]).toEqual([to, '']);
  expect(run('reflog', '-1', '--format=%gs')).toBe('pwshelf: Publish');
  expect(await readCloneState(clone)).toEqual({ head: to, placing: undefined });
  await settleClone(clone);
  expect(run('for-each-ref', 'refs/pwshelf/placing')).toBe('');
});

it('does nothing when the branch is elsewhere', async () => {
  const { clone, run, path, from, to, files } = await makeClone();
  run('commit', '--quiet', '--allow-empty', '-m', 'Quicker');
  const head = run('rev-parse', 'HEAD');
  expect(await advanceClone(clone, { from, to, files, note: 'x' })).toEqual({ kind: 'moved' });
  expect([run('rev-parse', 'HEAD'), run('status', '--porcelain'), existsSync(path(BLOB))]).toEqual([
    head,
    '',
    false,
  ]);
  expect(run('for-each-ref', 'refs/pwshelf/placing')).toBe('');
});

it('does nothing over a file that somebody changed, or put there, or took away', async () => {
  for (const spoil of [
    (path: (name: string) => string) => writeFileSync(path(RECORD), 'mine\n'),
    (path: (name: string) => string) => writeFileSync(path(BLOB), 'mine\n'),
    (path: (name: string) => string) => mkdirSync(path(BLOB)),
    (path: (name: string) => string) => rmSync(path(RECORD)),
  ]) {
    const { clone, run, path, from, to, files } = await makeClone();
    spoil(path);
    const status = run('status', '--porcelain');
    await expect(advanceClone(clone, { from, to, files, note: 'x' })).rejects.toMatchObject({
      code: 'INDEX_UNCOMMITTED',
    });
    expect([run('rev-parse', 'HEAD'), run('status', '--porcelain')]).toEqual([from, status]);
  }
});

it('completes what was broken off after the branch had moved, however far it was', async () => {
  for (const done of [[], [BLOB], [BLOB, RECORD]]) {
    const { clone, run, path, to, files, killAfterMove } = await makeClone();
    killAfterMove();
    for (const file of files)
      if (done.includes(file.path)) writeFileSync(path(file.path), await file.content());
    expect((await readCloneState(clone)).placing).toBeDefined();
    expect(await completeClone(clone)).toEqual([]);
    expect([run('rev-parse', 'HEAD'), run('status', '--porcelain')]).toEqual([to, '']);
    expect(await completeClone(clone)).toEqual([]);
  }
});

it.each([
  ['the first ref', ['from']],
  ['both refs', ['from', 'to']],
])('lands nothing, and goes on, where it was killed after %s, before the branch moved', async (_, refs) => {
  const { clone, run, path, from, to, files } = await makeClone();
  if (refs.includes('from')) run('update-ref', PLACING.from, from);
  if (refs.includes('to')) run('update-ref', PLACING.to, to);
  expect(await completeClone(clone)).toEqual([]);
  expect([run('rev-parse', 'HEAD'), run('status', '--porcelain')]).toEqual([from, '']);
  expect(existsSync(path(BLOB))).toBe(false);
  expect((await advanceClone(clone, { from, to, files, note: 'x' })).kind).toBe('done');
  expect([run('rev-parse', 'HEAD'), run('status', '--porcelain')]).toEqual([to, '']);
});

it('names what is to be placed before the branch moves', async () => {
  const { clone, path, from, to, files } = await makeClone();
  // Git asks it before each transaction; what stands by then is there whenever its git is killed.
  const hook = `#!/bin/sh
if [ "$1" = prepared ] && grep -q '${from} ${to} refs/heads/main'; then
  git for-each-ref --format='%(objectname) %(refname)' refs/pwshelf/placing >seen
fi
`;
  mkdirSync(path('.git/hooks'), { recursive: true });
  writeFileSync(path('.git/hooks/reference-transaction'), hook, { mode: 0o755 });
  await advanceClone(clone, { from, to, files, note: 'x' });
  expect(readFileSync(path('seen'), 'utf8')).toBe(`${from} ${PLACING.from}\n${to} ${PLACING.to}\n`);
});

it('completes what a full disk has kept from being written', async () => {
  const { clone, run, from, to, files } = await makeClone();
  const full = files.map((file) => ({ ...file, content: () => Promise.reject(new Error('no space left')) }));
  expect(await advanceClone(clone, { from, to, files: full, note: 'x' })).toEqual({
    kind: 'done',
    trouble: new Error('no space left'),
  });
  expect(run('status', '--porcelain')).not.toBe('');
  expect(await completeClone(clone)).toEqual([]);
  expect([run('rev-parse', 'HEAD'), run('status', '--porcelain')]).toEqual([to, '']);
});

it('leaves what somebody has changed since, and tells of it', async () => {
  const { clone, run, path, killAfterMove } = await makeClone();
  killAfterMove();
  writeFileSync(path(RECORD), 'mine\n');
  expect(await completeClone(clone)).toEqual([RECORD]);
  expect(readFileSync(path(RECORD), 'utf8')).toBe('mine\n');
  expect(run('status', '--porcelain')).toBe(`M ${RECORD}`);
});

it('brings nothing back that somebody has committed away since', async () => {
  const { clone, run, path, killAfterMove } = await makeClone();
  killAfterMove();
  // From an index that knows nothing of what landed.
  run('commit', '--quiet', '-m', 'Mine');
  expect(await completeClone(clone)).toEqual([]);
  expect([run('status', '--porcelain'), existsSync(path(BLOB))]).toEqual(['', false]);
});

it('clears away what nobody holds any more', async () => {
  const { clone, run, path, from, to, files } = await makeClone();
  writeFileSync(path('packages-index/blobs/.X.2.nupkg.0123abcd.partial'), 'ne');
  const locks = [
    'refs/heads/main.lock',
    'refs/pwshelf/origin.lock',
    'refs/remotes/origin/main.lock',
    'HEAD.lock',
    'pwshelf-00ff.index.lock',
    '.index.lock.0123abcd.partial',
  ].map((name) => path(`.git/${name}`));
  for (const lock of locks) {
    mkdirSync(dirname(lock), { recursive: true });
    writeFileSync(lock, '');
    utimesSync(lock, new Date(0), new Date(0));
  }
  writeFileSync(path('.git/index.lock'), 'pwshelf 99999999\n');
  await completeClone(clone);
  expect(run('status', '--porcelain')).toBe('');
  expect(readdirSync(path('.git')).filter((name) => /lock|pwshelf/.test(name))).toEqual([]);
  expect(locks.filter((lock) => existsSync(lock))).toEqual([]);
  expect((await advanceClone(clone, { from, to, files, note: 'x' })).kind).toBe('done');
});

it('says what to do with a clone in which nothing is checked out', async () => {
  const { clone, path, from, to, files } = await makeClone();
  rmSync(path('.git/index'));
  await expect(advanceClone(clone, { from, to, files, note: 'x' })).rejects.toMatchObject({
    code: 'CLONE_BARE',
  });
});
