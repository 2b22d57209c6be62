import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openGitRepository } from '../../src/io/git-repository.ts';
import { makeTempDir } from '../support/temp-dir.ts';

/** Paths that mean something else to a shell, to git, or to a list of lines. */
const ODD_PATHS = [
  '-x',
  ':(glob)*.yaml',
  ':/top',
  'a "quoted"\t\'name\'',
  'line\nbreak',
  'é\u0301\u202e.txt',
  '*',
  `${'deep/'.repeat(200)}end`,
];
const PLAIN = '100644';

interface Entry {
  readonly path: string;
  readonly text?: string;
  readonly mode?: string;
}

async function makeRepository() {
  const dir = await makeTempDir();
  const git = (args: readonly string[], input = '', env = {}) =>
    execFileSync('git', ['-C', dir, ...args], { input, env: { ...process.env, ...env } })
      .toString()
      .trim();
  git(['init', '--quiet', '--bare', '--initial-branch=main']);
  const tree = (entries: readonly Entry[]) => {
    const env = { GIT_INDEX_FILE: join(dir, 'test-index') };
    git(['read-tree', '--empty'], '', env);
    const lines = entries.map(({ path, text = path, mode = PLAIN }) => {
      const oid = mode === '160000' ? '1'.repeat(40) : git(['hash-object', '-w', '--stdin'], text);
      return `${mode} ${oid}\t${path}\0`;
    });
    git(['update-index', '-z', '--index-info'], lines.join(''), env);
    return git(['write-tree'], '', env);
  };
  return { repository: openGitRepository(dir), git, tree };
}

it('tells what differs, whatever the paths are', async () => {
  const { repository, tree } = await makeRepository();
  const empty = tree([]);
  const full = tree(ODD_PATHS.map((path) => ({ path })));
  const added = await repository.changes(empty, full);
  expect(added.map(({ path }) => path).sort()).toEqual([...ODD_PATHS].sort());
  expect(new Set(added.map(({ kind, mode }) => `${kind} ${mode}`))).toEqual(new Set([`added ${PLAIN}`]));
  const gone = await repository.changes(full, empty);
  expect(new Set(gone.map(({ kind }) => kind))).toEqual(new Set(['gone']));
});

it('tells modes, links, submodules and files that became another kind', async () => {
  const { repository, tree } = await makeRepository();
  const from = tree([{ path: 'a' }, { path: 'b' }]);
  const to = tree([
    { path: 'a', mode: '120000' },
    { path: 'b', mode: '100755' },
    { path: 'c', mode: '160000' },
  ]);
  expect((await repository.changes(from, to)).map(({ path, kind, mode }) => [path, kind, mode])).toEqual([
    ['a', 'changed', '120000'],
    ['b', 'changed', '100755'],
    ['c', 'added', '160000'],
  ]);
});

it('reads the text at a path and never at another', async () => {
  const { repository, tree } = await makeRepository();
  const all = tree(ODD_PATHS.map((path) => ({ path })));
  // Written from the root, as those of the index are.
  const inFolder = tree(ODD_PATHS.map((path) => ({ path: `in/${path}` })));
  for (const path of ODD_PATHS) expect(await repository.text(inFolder, `in/${path}`)).toBe(`in/${path}`);
  expect(await repository.text(all, 'absent')).toBeUndefined();
  expect(await repository.text(inFolder, 'in/?')).toBeUndefined();
  expect(await repository.text(inFolder, 'in')).toBeUndefined();
  expect(await repository.text(tree([{ path: 'l', mode: '120000' }]), 'l')).toBeUndefined();
  expect([...(await repository.paths(inFolder, 'in/'))].sort()).toEqual(
    ODD_PATHS.map((path) => `in/${path}`).sort(),
  );
});

it('knows sizes and bytes, and no size of what is not there', async () => {
  const { repository, git } = await makeRepository();
  const oid = git(['hash-object', '-w', '--stdin'], 'a\0b\r\n');
  const absent = '2'.repeat(40);
  const sizes = await repository.sizes([oid, absent]);
  expect([sizes.get(oid), sizes.get(absent), (await repository.sizes([])).size]).toEqual([5, 0, 0]);
  expect(Buffer.from(await repository.bytes(oid)).toString()).toBe('a\0b\r\n');
  await expect(repository.bytes(absent)).rejects.toMatchObject({ code: 'GIT_FAILED' });
});

it.each(['main', '--all', '-x', 'HEAD^{tree}', ''])(
  'finds no commit in %j of an empty repository',
  async (name) => {
    const { repository } = await makeRepository();
    expect(await repository.commit(name)).toBeUndefined();
  },
);
