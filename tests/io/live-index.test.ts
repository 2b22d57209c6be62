import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { addVersion } from '../../src/io/change-index.ts';
import { openIndexClone } from '../../src/io/index-clone.ts';
import { type IndexState, openLiveIndex } from '../../src/io/live-index.ts';
import { hashBytes } from '../../src/io/read-blob.ts';
import { type MadePackage, packMade } from '../support/made-package.ts';
import { makeRequestGallery } from '../support/request-gallery.ts';
import { makeTempDir } from '../support/temp-dir.ts';

async function makeClone() {
  const { gitDir } = await makeRequestGallery();
  const top = join(await makeTempDir(), 'served');
  execFileSync('git', ['clone', '--quiet', gitDir, top]);
  const run = (...args: readonly string[]) =>
    execFileSync('git', ['-C', top, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
      encoding: 'utf8',
    }).trim();
  const indexDir = join(top, 'packages-index');
  const path = (name: string) => join(indexDir, name);
  const edit = (name: string, change: (text: string) => string) =>
    writeFileSync(path(name), change(readFileSync(path(name), 'utf8')));
  const commit = () => {
    run('add', '-A');
    run('commit', '--quiet', '--allow-empty', '-m', 'Change');
    return run('rev-parse', 'HEAD');
  };
  const publish = async (made: MadePackage) => {
    const bytes = await packMade(made);
    const before = (
      await openLiveIndex(await openIndexClone(indexDir), undefined).at(run('rev-parse', 'HEAD'))
    ).records;
    const { id, version } = made;
    const record = before.find((item) => item.id === id);
    const added = {
      version,
      sha512: hashBytes(bytes),
      sizeBytes: bytes.length,
      published: '2026-03-01T00:00:00Z',
      publisher: 'ada',
      listed: true,
    };
    addVersion(indexDir, `${id}.${version}.nupkg`, bytes, {
      ...{ id, owners: ['ada'], githubIds: {}, categories: [], removed: [] },
      ...record,
      versions: [...(record?.versions ?? []), added],
    });
  };
  return { clone: await openIndexClone(indexDir), run, edit, path, commit, publish };
}

type Clone = Awaited<ReturnType<typeof makeClone>>;

const CHANGES: readonly (readonly [string, (clone: Clone) => unknown])[] = [
  [
    'a new package',
    ({ publish }) => publish({ id: 'Sample.New', version: '1.0.0', requires: ['Other.Kit'] }),
  ],
  ['another version', ({ publish }) => publish({ id: 'Sample.Tools', version: '1.2.0' })],
  [
    'one unlisted',
    ({ edit }) =>
      edit('packages/Other.Kit.yaml', (text) =>
        text.replace('publisher: grace', 'publisher: grace\n    listed: false'),
      ),
  ],
  ['a key', ({ path }) => writeFileSync(path('keys.yaml'), 'keys: []\n')],
  [
    'a setting',
    ({ edit }) => edit('gallery.yaml', (text) => text.replace('Contoso Gallery', 'Other Gallery')),
  ],
  ['a file of no matter', ({ path }) => writeFileSync(path('logo.svg'), '<svg/>')],
  [
    'a package that goes with its blob',
    ({ path }) => {
      rmSync(path('packages/Invoke-Chore.yaml'));
      rmSync(path('blobs/Invoke-Chore.1.0.0.nupkg'));
    },
  ],
  ['no more keys', ({ path }) => rmSync(path('keys.yaml'))],
];

const partsOf = ({ gallery, records, keys, oids, commit }: IndexState) => ({
  gallery,
  records: records.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  keys,
  oids: new Map([...oids].sort()),
  commit,
});

it('comes by steps to what reading everything comes to, forth and back', async () => {
  const made = await makeClone();
  const { clone, run, commit } = made;
  const live = openLiveIndex(clone, undefined);
  const states = new Map([[run('rev-parse', 'HEAD'), partsOf(await live.at(run('rev-parse', 'HEAD')))]]);
  for (const [what, change] of CHANGES) {
    await change(made);
    const head = commit();
    const stepped = partsOf(await live.at(head));
    expect(stepped, what).toEqual(partsOf(await openLiveIndex(clone, undefined).at(head)));
    states.set(head, stepped);
  }
  for (const [head, state] of [...states].reverse()) expect(partsOf(await live.at(head))).toEqual(state);
});

it('is of the commit, whatever lies in the working tree', async () => {
  const { clone, run, edit, path } = await makeClone();
  const head = run('rev-parse', 'HEAD');
  const before = partsOf(await openLiveIndex(clone, undefined).at(head));
  edit('gallery.yaml', () => 'broken: [');
  writeFileSync(path('packages/Stray.yaml'), 'id: Stray\n');
  expect(partsOf(await openLiveIndex(clone, undefined).at(head))).toEqual(before);
});

it.each([
  ['a record that cannot be read', ({ edit }: Clone) => edit('packages/Other.Kit.yaml', () => 'id: [')],
  [
    'a record under another name',
    ({ run }: Clone) =>
      run('mv', 'packages-index/packages/Other.Kit.yaml', 'packages-index/packages/Other.yaml'),
  ],
  ['a blob of other bytes', ({ path }: Clone) => writeFileSync(path('blobs/Other.Kit.2.0.0.nupkg'), 'x')],
  ['a blob that is gone', ({ path }: Clone) => rmSync(path('blobs/Other.Kit.2.0.0.nupkg'))],
  ['keys that cannot be read', ({ path }: Clone) => writeFileSync(path('keys.yaml'), 'keys: 1\n')],
])('is not to be had with %s, and again when that is mended', async (_, spoil) => {
  const made = await makeClone();
  const { clone, run, commit } = made;
  const live = openLiveIndex(clone, undefined);
  const good = run('rev-parse', 'HEAD');
  const before = await live.at(good);
  spoil(made);
  await expect(live.at(commit())).rejects.toMatchObject({ code: 'INDEX_INVALID' });
  run('revert', '--no-edit', 'HEAD');
  const after = await live.at(run('rev-parse', 'HEAD'));
  expect(partsOf(after)).toEqual({ ...partsOf(before), commit: after.commit });
});

it('takes no lock of git to read, which would stay when its git is killed', async () => {
  const { clone, run, edit, path } = await makeClone();
  // Times that git's index does not know are what git would write there.
  edit('gallery.yaml', (text) => text);
  utimesSync(path('gallery.yaml'), new Date(0), new Date(0));
  const index = join(clone.gitDir, 'index');
  const before = statSync(index, { bigint: true });
  const { root } = await openLiveIndex(clone, undefined).at(run('rev-parse', 'HEAD'));
  expect(root).toBe(clone.top);
  const { ino, mtimeNs } = statSync(index, { bigint: true });
  expect({ ino, mtimeNs }).toEqual({ ino: before.ino, mtimeNs: before.mtimeNs });
});
