import { describe, expect, it } from 'vitest';
import { sortChanges, type TreeChange } from '../../../src/publish/request/tree-change.ts';
import { codesOf } from '../../support/expect-findings.ts';

const change = (path: string, more: Partial<TreeChange> = {}): TreeChange => ({
  path,
  kind: 'added',
  mode: '100644',
  oid: '0'.repeat(40),
  ...more,
});
const pathsOf = (changes: readonly TreeChange[]) => changes.map(({ path }) => path);

describe('the changes of a pull request', () => {
  it.each([
    ['packages-index/blobs/A.1.0.0.nupkg', 'blobs'],
    ['packages-index/packages/A.yaml', 'records'],
    ['packages-index/gallery.yaml', 'outside'],
    ['packages-index/logo.svg', 'outside'],
    ['packages-index/blobs/deep/A.1.0.0.nupkg', 'outside'],
    ['packages-index/blobs/.A.nupkg', 'outside'],
    ['packages-index/blobs/A.NUPKG', 'outside'],
    ['packages-index/packages/A.yml', 'outside'],
    ['packages-index/packages/.gitattributes', 'outside'],
    ['packages-index/incoming/.git/config', 'outside'],
    ['packages-index/incoming/A/.gitmodules', 'outside'],
    ['packages-index/incoming/A/b/.GIT/config', 'outside'],
    ['packages-index/Blobs/A.1.0.0.nupkg', 'outside'],
    ['packages-index', 'outside'],
    ['packages-indexed/blobs/A.1.0.0.nupkg', 'outside'],
    ['.github/workflows/gallery.yml', 'outside'],
    ['../packages-index/blobs/A.nupkg', 'outside'],
  ] as const)('have %s among the %s', (path, group) => {
    expect(pathsOf(sortChanges([change(path)], [])[group])).toEqual([path]);
  });

  it('have the sources of each incoming package together', () => {
    const paths = ['incoming/A/A.psd1', 'incoming/A/en-US/A.xml', 'incoming/B.ps1'].map(
      (path) => `packages-index/${path}`,
    );
    const { incoming } = sortChanges(
      paths.map((path) => change(path)),
      [],
    );
    expect([...incoming].map(([name, files]) => [name, files.length])).toEqual([
      ['A', 2],
      ['B.ps1', 1],
    ]);
  });

  it.each([
    ['120000', 'a symbolic link'],
    ['160000', 'a submodule'],
    ['100755', 'an executable file'],
    ['100664', 'of a kind of its own'],
  ])('are refused in mode %s', (mode, what) => {
    const sorted = sortChanges([change('packages-index/blobs/A.1.0.0.nupkg', { mode })], []);
    expect(sorted.findings.map(({ code, args }) => [code, args['what']])).toEqual([['PULL_FILE_MODE', what]]);
    expect(sorted.blobs).toEqual([]);
  });

  it.each(['changed', 'gone'] as const)('are no new blob when one is %s', (kind) => {
    const sorted = sortChanges([change('packages-index/blobs/A.1.0.0.nupkg', { kind })], []);
    expect(pathsOf(sorted.lostBlobs)).toEqual(['packages-index/blobs/A.1.0.0.nupkg']);
    expect(sorted.blobs).toEqual([]);
  });

  it.each([
    [['packages-index/blobs/a.1.0.0.nupkg'], ['packages-index/blobs/A.1.0.0.nupkg']],
    [['packages-index/blobs/a.1.0.0.nupkg', 'packages-index/blobs/A.1.0.0.nupkg'], []],
    [['packages-index/packages/É.yaml'], ['packages-index/packages/E\u0301.yaml']],
  ])('may not be told apart by case alone: %j beside %j', (added, existing) => {
    const sorted = sortChanges(
      added.map((path) => change(path)),
      existing,
    );
    expect(codesOf(sorted.findings)).toEqual(['PULL_PATH_COLLISION']);
  });

  it('may take a name that goes in the same change', () => {
    const changes = [
      change('packages-index/packages/a.yaml', { kind: 'changed' }),
      change('packages-index/blobs/A.1.0.0.nupkg', { kind: 'gone' }),
      change('packages-index/blobs/a.1.0.0.nupkg'),
    ];
    const { findings } = sortChanges(changes, [
      'packages-index/packages/a.yaml',
      'packages-index/blobs/A.1.0.0.nupkg',
    ]);
    expect(codesOf(findings)).toEqual([]);
  });

  it('are not looked at when there are too many', () => {
    const changes = Array.from({ length: 2001 }, (_, at) => change(`packages-index/incoming/A/${at}.txt`));
    const sorted = sortChanges(changes, []);
    expect(codesOf(sorted.findings)).toEqual(['PULL_TOO_MANY_FILES']);
    expect(sorted.incoming.size).toBe(0);
  });
});
