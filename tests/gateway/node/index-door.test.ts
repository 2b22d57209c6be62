import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { advanceClone } from '../../../src/io/advance-clone.ts';
import { openIndexClone } from '../../../src/io/index-clone.ts';
import { packMade } from '../../support/made-package.ts';
import { codesOf, keyOf, makePushClone, type PushClone, versionsIn } from '../../support/push-clone.ts';

let clone: PushClone;

beforeAll(async () => {
  clone = await makePushClone();
});
afterAll(() => clone.close());

function stateOf({ run }: PushClone) {
  return [run('rev-parse', 'HEAD'), run('status', '--porcelain')];
}

describe('what may be', () => {
  it('is committed in the name of the publisher, and lies in the working tree', async () => {
    const outcome = await clone.push({
      id: 'Sample.Tools',
      version: '1.2.0',
      functions: ['Get-Sample', 'Set-Sample'],
    });
    const head = clone.run('rev-parse', 'HEAD');
    expect(outcome).toMatchObject({ kind: 'done', id: 'Sample.Tools', version: '1.2.0', commit: head });
    expect(clone.run('status', '--porcelain')).toBe('');
    expect(clone.run('log', '-1', '--format=%an <%ae>|%cn|%B').split('\n')).toEqual([
      'ada <ada@users.noreply.github.com>|Gallery|Publish Sample.Tools 1.2.0',
      '',
      'Push: request-1',
      'Key: ada-ci',
    ]);
    expect(await versionsIn(clone.indexDir)).toContain('Sample.Tools 1.2.0');
    expect(clone.run('show', '--name-status', '--format=')).toBe(
      'A\tpackages-index/blobs/Sample.Tools.1.2.0.nupkg\nM\tpackages-index/packages/Sample.Tools.yaml',
    );
    expect(clone.landed).toEqual(['Sample.Tools 1.2.0']);
    // Soon after, when nothing else lands.
    await expect.poll(() => clone.run('for-each-ref', 'refs/pwshelf/placing')).toBe('');
  });

  it('is unlisted and relisted, and done once', async () => {
    const first = await clone.setListing('sample.tools', '1.0', false);
    expect(first.kind).toBe('done');
    expect(await versionsIn(clone.indexDir)).toContain('Sample.Tools 1.0.0 unlisted');
    expect(await clone.setListing('Sample.Tools', '1.0.0', false)).toEqual({
      ...first,
      id: 'Sample.Tools',
      version: '1.0.0',
    });
    expect((await clone.setListing('Sample.Tools', '1.0.0', true)).kind).toBe('done');
    expect(clone.run('log', '-2', '--format=%s')).toBe(
      'Relist Sample.Tools 1.0.0\nUnlist Sample.Tools 1.0.0',
    );
    expect(clone.run('status', '--porcelain')).toBe('');
  });

  it('is taken up from whoever commits in the clone', async () => {
    const record = join(clone.indexDir, 'packages/Other.Kit.yaml');
    writeFileSync(record, readFileSync(record, 'utf8').replace('- grace', '- grace\n  - ada'));
    clone.run('commit', '--quiet', '-am', 'Let ada in');
    expect((await clone.push({ id: 'Other.Kit', version: '2.1.0' })).kind).toBe('done');
    expect(clone.run('status', '--porcelain')).toBe('');
  });

  it('leaves the work of people on other files as it is', async () => {
    writeFileSync(join(clone.top, 'README.md'), '# In work\n');
    writeFileSync(join(clone.top, 'note.txt'), 'Mine\n');
    clone.run('add', 'note.txt');
    expect((await clone.push({ id: 'Sample.New', version: '1.0.0' })).kind).toBe('done');
    expect(clone.run('status', '--porcelain')).toBe('M README.md\nA  note.txt');
    clone.run('restore', 'README.md');
    clone.run('rm', '--quiet', '-f', 'note.txt');
  });
});

describe('what may not be', () => {
  it.each([
    [
      'a version that is there',
      { id: 'Sample.Tools', version: '1.1.0' },
      keyOf(),
      ['PUBLISH_VERSION_EXISTS'],
    ],
    [
      'a package of others',
      { id: 'Invoke-Chore', version: '1.1.0', kind: 'script' },
      keyOf(),
      ['PUBLISH_NOT_OWNER'],
    ],
    [
      'a new id without that scope',
      { id: 'Sample.Fresh', version: '1.0.0' },
      keyOf('ada-ci', ['push-version']),
      ['KEY_REFUSED'],
    ],
    [
      'what a maintainer must see',
      { id: 'Samp1e.Tools', version: '1.0.0' },
      keyOf('grace-ci'),
      ['PUBLISH_NEEDS_REVIEW'],
    ],
    [
      'what holds a secret',
      {
        id: 'Sample.Fresh',
        version: '1.0.0',
        files: { 'k.txt': `ghp_${'aB3dE5fG7h'.repeat(4).slice(0, 36)}` },
      },
      keyOf(),
      ['SECRET_FOUND'],
    ],
  ] as const)('%s is refused, and nothing is written', async (_, made, as, codes) => {
    const before = stateOf(clone);
    const outcome = await clone.push(made, as);
    expect([outcome.kind, codesOf(outcome)]).toEqual(['refused', codes]);
    expect(stateOf(clone)).toEqual(before);
    expect(existsSync(join(clone.indexDir, 'blobs', `${made.id}.${made.version}.nupkg`))).toBe(
      made.version === '1.1.0' && made.id === 'Sample.Tools',
    );
  });

  it.each([
    [
      'its scopes',
      { id: 'Sample.Fresh', version: '1.0.0' },
      keyOf('ada-ci', ['push-version']),
      'scope-missing',
    ],
    ['who owns it', { id: 'Invoke-Chore', version: '1.1.0', kind: 'script' }, keyOf(), undefined],
  ] as const)('is told with the reason for the log: %s', async (_, made, as, reason) => {
    const outcome = await clone.push(made, as);
    expect(outcome.kind === 'refused' && outcome.reason).toBe(reason);
  });

  it('is no package at all', async () => {
    const before = stateOf(clone);
    const bytes = Buffer.from('This is no archive.');
    const outcome = await clone.door.publish({ authorized: keyOf(), bytes, requestId: 'x' });
    expect(outcome.kind).toBe('refused');
    expect(codesOf(outcome)[0]).toMatch(/^ZIP_/);
    expect(stateOf(clone)).toEqual(before);
  });

  it('is what its sender waits for no longer', async () => {
    const before = stateOf(clone);
    const signal = AbortSignal.abort();
    const bytes = await packMade({ id: 'Sample.Late', version: '1.0.0' });
    const asking = { authorized: keyOf(), requestId: 'x', signal };
    const gone = { code: 'CLIENT_GONE' };
    await expect(clone.door.publish({ ...asking, bytes })).rejects.toMatchObject(gone);
    const listing = { id: 'Sample.Tools', version: '1.0.0', listed: false };
    await expect(clone.door.setListing({ ...asking, ...listing })).rejects.toMatchObject(gone);
    expect(stateOf(clone)).toEqual(before);
  });

  it('is a listing without its scope, of nobody, or by a stranger', async () => {
    const before = stateOf(clone);
    const outcomes = [
      await clone.setListing('Sample.Tools', '1.0.0', false, keyOf('ada-ci', ['push-version'])),
      await clone.setListing('Absent', '1.0.0', false),
      await clone.setListing('Sample.Tools', '7.0.0', false),
      await clone.setListing('Sample.Tools', '1.0.0', false, keyOf('grace-ci')),
    ];
    expect(outcomes.map(codesOf)).toEqual([
      ['KEY_REFUSED'],
      ['PUBLISH_ID_UNKNOWN'],
      ['PUBLISH_VERSION_UNKNOWN'],
      ['PUBLISH_NOT_OWNER'],
    ]);
    expect(stateOf(clone)).toEqual(before);
  });

  it('is over a file that somebody has changed by hand: it stays, and is told of', async () => {
    const before = clone.run('rev-parse', 'HEAD');
    const record = join(clone.indexDir, 'packages/Sample.Tools.yaml');
    const text = `${readFileSync(record, 'utf8')}# Mine\n`;
    writeFileSync(record, text);
    await expect(clone.push({ id: 'Sample.Tools', version: '4.0.0' })).rejects.toMatchObject({
      code: 'INDEX_UNCOMMITTED',
      message: expect.stringContaining('packages-index/packages/Sample.Tools.yaml'),
    });
    expect(readFileSync(record, 'utf8')).toBe(text);
    expect([clone.run('rev-parse', 'HEAD'), clone.run('status', '--porcelain')]).toEqual([
      before,
      'M packages-index/packages/Sample.Tools.yaml',
    ]);
    clone.run('restore', record);
  });

  it('is in a branch that is not checked out any more', async () => {
    clone.run('switch', '--quiet', '-c', 'other');
    await expect(clone.push({ id: 'Sample.Tools', version: '4.0.0' })).rejects.toMatchObject({
      code: 'CLONE_DETACHED',
    });
    clone.run('switch', '--quiet', 'main');
    expect((await clone.push({ id: 'Sample.Tools', version: '4.0.0' })).kind).toBe('done');
  });

  it.each([
    ['taken back', 'key-revoked', /(owner: newcomer\n)/, '$1    revoked: 2026-03-10T12:00:00Z\n'],
    ['that has ended', 'key-expired', /(owner: newcomer\n[^#]*?expires: )2026-12-01/, '$12026-01-02'],
    ['left for other ids', 'id-out-of-reach', /(owner: newcomer\n[^#]*?ids: \[')\*/, '$1Other.*'],
    [
      'left for versions alone',
      'scope-missing',
      /(owner: newcomer\n[^#]*?scopes: \[)push-new, push-version/,
      '$1push-version',
    ],
  ])('comes by a key that was, in the meantime, %s (%s)', async (_, reason, what, by) => {
    const keys = join(clone.indexDir, 'keys.yaml');
    const before = readFileSync(keys, 'utf8');
    const after = before.replace(what, by);
    expect(after).not.toBe(before);
    writeFileSync(keys, after);
    clone.run('commit', '--quiet', '-am', 'Change a key');
    const outcome = await clone.push({ id: 'Sample.Late', version: '1.0.0' }, keyOf('newcomer-ci'));
    expect(outcome).toMatchObject({ kind: 'refused', reason, findings: [{ code: 'KEY_REFUSED' }] });
    writeFileSync(keys, before);
    clone.run('commit', '--quiet', '-am', 'Change it back');
  });
});

it('counts how fast a publisher is', async () => {
  const fast = await makePushClone({ now: () => '2026-03-10T12:00:00Z' });
  try {
    for (const at of [1, 2, 3, 4, 5]) {
      const outcome = await fast.push({ id: `Sample.Nr${'abcdefgh'[at]?.repeat(at * 3)}`, version: '1.0.0' });
      expect(outcome.kind, JSON.stringify(outcome)).toBe('done');
    }
    const before = stateOf(fast);
    expect(codesOf(await fast.push({ id: 'Sample.Another', version: '1.0.0' }))).toEqual(['PUBLISH_RATE']);
    expect(stateOf(fast)).toEqual(before);
  } finally {
    await fast.close();
  }
});

it('builds when its branch has moved, by a push or by others, and not at first', async () => {
  const told: string[] = [];
  const built = await makePushClone({
    build: {
      command: [process.execPath, '-e', ''],
      onBuilt: () => told.push('built'),
      onFailed: (message) => told.push(message),
    },
  });
  try {
    await built.door.keys();
    expect(codesOf(await built.push({ id: 'Sample.Tools', version: '1.1.0' }))).toEqual([
      'PUBLISH_VERSION_EXISTS',
    ]);
    expect(told).toEqual([]);
    await built.push({ id: 'Sample.Tools', version: '1.2.0' });
    await expect.poll(() => told).toEqual(['built']);
    built.run('commit', '--quiet', '--allow-empty', '-m', 'Mine');
    await built.door.maxPackageBytes();
    await expect.poll(() => told).toEqual(['built', 'built']);
  } finally {
    await built.close();
  }
  await expect(built.push({ id: 'Sample.Tools', version: '1.3.0' })).rejects.toMatchObject({
    code: 'DOOR_CLOSED',
  });
});

it('builds at the start when it is told to, for what was pushed before it was last stopped', async () => {
  const told: string[] = [];
  const built = await makePushClone({
    build: { command: [process.execPath, '-e', ''], onBuilt: () => told.push('built'), onFailed: () => {} },
    buildsAtStart: true,
  });
  try {
    await expect.poll(() => told).toEqual(['built']);
  } finally {
    await built.close();
  }
});

it('follows its branch though nobody asks, and tells once what keeps it from that', async () => {
  const told: string[] = [];
  const watched = await makePushClone({
    build: { command: [process.execPath, '-e', ''], onBuilt: () => told.push('built'), onFailed: () => {} },
    watchMs: 10,
  });
  try {
    await watched.door.keys();
    watched.run('commit', '--quiet', '--allow-empty', '-m', 'Mine');
    await expect.poll(() => told).toEqual(['built']);
    watched.run('switch', '--quiet', '-c', 'other');
    await expect.poll(() => watched.log).toContainEqual(expect.stringContaining('cannot be followed'));
    await sleep(100);
    expect(watched.log.filter((line) => line.includes('cannot be followed'))).toHaveLength(1);
    watched.run('switch', '--quiet', 'main');
  } finally {
    await watched.close();
  }
});

it('does not take what another process landed since for changes by hand', async () => {
  const shared = await makePushClone();
  try {
    const from = shared.run('rev-parse', 'HEAD').trim();
    const path = 'packages-index/packages/Sample.Tools.yaml';
    const before = shared.run('rev-parse', `HEAD:${path}`).trim();
    expect((await shared.push({ id: 'Sample.Tools', version: '1.3.0' })).kind).toBe('done');
    const file = { path, before, after: before, content: async () => '' };
    const advance = { from, to: from, files: [file], note: 'a test' };
    expect(await advanceClone(await openIndexClone(shared.indexDir), advance)).toEqual({ kind: 'moved' });
  } finally {
    await shared.close();
  }
});

it('keeps all of forty pushes at once, and one of those that are equal', async () => {
  const made = [
    ...Array.from({ length: 15 }, (_, at) => ({ id: 'Sample.Tools', version: `5.${at}.0-b` })),
    ...Array.from({ length: 15 }, (_, at) => ({ id: 'Other.Kit', version: `5.${at}.0-b` })),
    ...Array.from({ length: 10 }, (_, at) => ({
      id: 'Sample.Tools',
      version: '6.0.0',
      files: { 'n.txt': `${at}` },
    })),
  ].sort((a, b) => (a.version + a.id < b.version + b.id ? -1 : 1));
  const before = Number(clone.run('rev-list', '--count', 'HEAD'));
  const bytes = await Promise.all(made.map(packMade));
  const queue = [...bytes.entries()];
  const outcomes: string[] = [];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [at, content] = next;
      const outcome = await clone.door.publish({ authorized: keyOf(), bytes: content, requestId: `r${at}` });
      outcomes.push(outcome.kind === 'done' ? 'done' : codesOf(outcome).join());
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  expect(outcomes.filter((item) => item === 'done')).toHaveLength(31);
  expect(outcomes.filter((item) => item === 'PUBLISH_VERSION_EXISTS')).toHaveLength(9);
  expect(Number(clone.run('rev-list', '--count', 'HEAD')) - before).toBe(31);
  const versions = await versionsIn(clone.indexDir);
  for (const { id, version } of made)
    expect(versions.filter((item) => item === `${id} ${version}`)).toHaveLength(1);
  expect(clone.run('status', '--porcelain')).toBe('');
  expect(clone.run('fsck', '--connectivity-only', '--no-dangling')).toBe('');
});
