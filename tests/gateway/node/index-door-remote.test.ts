import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { IndexDoorOptions } from '../../../src/gateway/node/index-door.ts';
import { codesOf, keyOf, makePushClone, type PushClone, versionsIn } from '../../support/push-clone.ts';
import { TOKEN } from '../../support/request-gallery.ts';

/** What somebody else does in the repository itself while a push is under way. */
function rival(clone: PushClone, text: string): string {
  return clone.commit('refs/heads/main', 'main', [{ path: 'README.md', content: text }]);
}

function expectFollowed(clone: PushClone) {
  expect(clone.run('rev-parse', 'HEAD')).toBe(clone.git('rev-parse', 'main').trim());
  expect(clone.run('status', '--porcelain')).toBe('');
}

const ways = [
  ['to its remote', 'remote'],
  ['to GitHub', 'github-commit'],
] as const;

describe.each(ways)('a push that goes on %s', (_, mode) => {
  let clone: PushClone;
  beforeAll(async () => {
    clone = await makeRemoteClone(mode);
  });
  afterAll(() => clone.close());

  it('is answered when it is there, and the clone follows', async () => {
    const outcome = await clone.push({ id: 'Sample.Tools', version: '1.2.0' });
    expect(outcome).toMatchObject({ kind: 'done', commit: clone.git('rev-parse', 'main').trim() });
    expectFollowed(clone);
    expect(clone.git('log', '-1', '--format=%an|%ae|%cn|%s', 'main').trim()).toBe(
      'ada|ada@users.noreply.github.com|Gallery|Publish Sample.Tools 1.2.0',
    );
    expect((await clone.setListing('Sample.Tools', '1.0.0', false)).kind).toBe('done');
    expect(await versionsIn(clone.indexDir)).toContain('Sample.Tools 1.0.0 unlisted');
    expectFollowed(clone);
  });

  it('is decided on what others have brought there', async () => {
    const record = clone.git('show', 'main:packages-index/packages/Other.Kit.yaml');
    clone.commit('refs/heads/main', 'main', [
      {
        path: 'packages-index/packages/Other.Kit.yaml',
        content: record.replace('- grace', '- grace\n  - ada'),
      },
      { path: 'scripts/run.sh', content: 'exit 0\n', mode: '100755' },
    ]);
    expect((await clone.push({ id: 'Other.Kit', version: '2.1.0' })).kind).toBe('done');
    expectFollowed(clone);
  });

  it('is refused without a trace in either repository', async () => {
    const before = clone.git('rev-parse', 'main');
    expect(codesOf(await clone.push({ id: 'Sample.Tools', version: '1.2.0' }))).toEqual([
      'PUBLISH_VERSION_EXISTS',
    ]);
    expect(clone.git('rev-parse', 'main')).toBe(before);
    expectFollowed(clone);
  });

  it('is tried again until it is there, however busy the branch is', async () => {
    let rivals = 0;
    const busy = (async () => {
      while (rivals < 10) {
        try {
          rival(clone, `# ${rivals + 1}\n`);
          rivals += 1;
        } catch {
          // A push was quicker; it must not be undone by this.
        }
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })();
    const made = Array.from({ length: 6 }, (__, at) => ({ id: 'Sample.Tools', version: `2.${at}.0` }));
    const outcomes = await Promise.all(made.map((one) => clone.push(one)));
    await busy;
    expect(outcomes.map(({ kind }) => kind)).toEqual(made.map(() => 'done'));
    const files = clone.git('ls-tree', '-r', '--name-only', 'main');
    for (const { version } of made) expect(files).toContain(`blobs/Sample.Tools.${version}.nupkg`);
    // The last rival came after the last push.
    await clone.push({ id: 'Sample.Tools', version: '3.0.0' });
    expectFollowed(clone);
    expect(
      clone
        .git('log', '--format=%s', 'main')
        .split('\n')
        .filter((line) => /Tools 2\.\d\.0/.test(line)),
    ).toHaveLength(6);
  });

  it('is not made in a clone that has commits of its own', async () => {
    clone.run('commit', '--quiet', '--allow-empty', '-m', 'Mine');
    await expect(clone.push({ id: 'Sample.Tools', version: '4.0.0' })).rejects.toMatchObject({
      code: 'CLONE_AHEAD',
    });
    clone.run('fetch', '--quiet');
    clone.run('reset', '--quiet', '--hard', 'origin/main');
    expect((await clone.push({ id: 'Sample.Tools', version: '4.0.0' })).kind).toBe('done');
  });
});

describe('a push that becomes a pull request', () => {
  let clone: PushClone;
  beforeAll(async () => {
    clone = await makeRemoteClone('github-pull-request');
  });
  afterAll(() => clone.close());

  it('tells what, by whom and with which findings; and the branch stays where it was', async () => {
    const before = clone.git('rev-parse', 'main');
    const outcome = await clone.push(
      { id: 'Samp1e.Tools', version: '1.0.0', description: 'See ``` @maintainer.' },
      keyOf('grace-ci'),
    );
    expect(outcome).toMatchObject({
      kind: 'proposed',
      id: 'Samp1e.Tools',
      url: 'https://github.com/contoso/gallery/pull/1',
    });
    expect(clone.git('rev-parse', 'main')).toBe(before);
    const { title, body, pull } = clone.github.thread(1);
    expect(title).toBe('Publish Samp1e.Tools 1.0.0, a new package');
    expect(body).toMatch(/By: grace\nPush: request-1\nKey: grace-ci/);
    expect(body).toContain('packages-index/blobs/Samp1e.Tools.1.0.0.nupkg');
    // Here a maintainer sees what another door would refuse for want of one.
    expect(body).toContain('NAME_SIMILAR');
    expect(pull?.headRef).toMatch(/^pwshelf\/push\/Samp1e\.Tools-1\.0\.0-[0-9a-f]{8}$/);
    expect(clone.git('diff', '--name-status', 'main', pull?.headSha ?? '')).toBe(
      'A\tpackages-index/blobs/Samp1e.Tools.1.0.0.nupkg\nA\tpackages-index/packages/Samp1e.Tools.yaml\n',
    );
  });

  it('is the same one when the same is sent again, and another one when it is not', async () => {
    const made = { id: 'Sample.Tools', version: '1.2.0' };
    const first = await clone.push(made);
    const [again, other] = [await clone.push(made), await clone.push({ ...made, files: { 'n.txt': 'n' } })];
    expect(
      [first, again, other].map((item) => item.kind === 'proposed' && item.url.split('/').at(-1)),
    ).toEqual(['2', '2', '3']);
    clone.github.setOpen(2, false, 'maintainer');
    const anew = await clone.push(made);
    expect(anew).toMatchObject({ kind: 'proposed', url: expect.stringMatching(/\/4$/) });
  });

  it('is one whose answer got lost, and is found', async () => {
    clone.github.failNext({ status: 502, method: 'POST', path: /\/pulls$/, isCarriedOut: true });
    const outcome = await clone.push({ id: 'Sample.Tools', version: '1.3.0' });
    expect(outcome).toMatchObject({ kind: 'proposed', url: expect.stringMatching(/\/5$/) });
    expect(clone.github.state.threads.size).toBe(5);
  });

  it('is refused for what no maintainer could let in', async () => {
    const count = clone.github.state.threads.size;
    expect(codesOf(await clone.push({ id: 'Sample.Tools', version: '1.1.0' }))).toEqual([
      'PUBLISH_VERSION_EXISTS',
    ]);
    expect(clone.github.state.threads.size).toBe(count);
  });
});

it('says what to do when a rule of the branch keeps the token from writing', async () => {
  const clone = await makeRemoteClone('github-commit');
  try {
    clone.github.settings.branchRules = { main: ['pull_request'] };
    await expect(clone.push({ id: 'Sample.Tools', version: '1.2.0' })).rejects.toMatchObject({
      code: 'PUSH_REFUSED',
    });
    expectFollowed(clone);
    clone.github.settings.branchRules = {};
    clone.github.failNext({ status: 500, method: 'PATCH', isCarriedOut: true });
    expect((await clone.push({ id: 'Sample.Tools', version: '1.2.0' })).kind).toBe('done');
    expectFollowed(clone);
  } finally {
    await clone.close();
  }
});

it('shows the token nowhere', async () => {
  const clone = await makeRemoteClone('github-commit');
  try {
    await clone.push({ id: 'Sample.Tools', version: '1.2.0' });
    clone.github.tokens.clear();
    const error = await clone
      .push({ id: 'Sample.Tools', version: '1.3.0' })
      .catch((failure: unknown) => failure);
    expect(error).toMatchObject({ code: 'GITHUB_REFUSED' });
    const config = execFileSync('cat', [join(clone.top, '.git/config')], { encoding: 'utf8' });
    const everything = [
      String(error),
      JSON.stringify(error),
      config,
      ...clone.log,
      clone.run('log', '--all', '--format=raw'),
    ];
    expect(everything.join('\n')).not.toContain(TOKEN);
  } finally {
    await clone.close();
  }
});

function makeRemoteClone(mode: IndexDoorOptions['mode']): Promise<PushClone> {
  return makePushClone(({ apiUrl, repository }) => ({
    mode,
    ...(mode !== 'remote' && { github: { apiUrl, repository, token: TOKEN, secondMs: 1 } }),
  }));
}
