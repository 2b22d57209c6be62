import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { BOT } from '../../src/io/commit-index.ts';
import { PROJECT_ROOT } from '../support/clients.ts';
import { packMade } from '../support/made-package.ts';
import { makeRequestGallery, NOW, type RequestGallery, TOKEN } from '../support/request-gallery.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { versionsNow } from '../support/versions-now.ts';

const run = promisify(execFile);
const ACTION = join(PROJECT_ROOT, 'scripts/action.ts');

interface ActionRun {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly output: string;
}

/** One run of the real entry point in a process and a clone of its own, as a job has them. */
async function act(gallery: RequestGallery, number: number, ...words: readonly string[]): Promise<ActionRun> {
  const folder = await makeTempDir();
  const clone = join(folder, 'clone');
  execFileSync('git', ['clone', '--quiet', '--no-checkout', gallery.gitDir, clone]);
  mkdirSync(join(folder, 'files'));
  const event = {
    action: 'opened',
    pull_request: gallery.github.json(number),
    repository: { default_branch: 'main' },
  };
  const eventPath = join(folder, 'event.json');
  const outputPath = join(folder, 'output');
  writeFileSync(eventPath, JSON.stringify(event));
  writeFileSync(outputPath, '');
  const env = {
    ...process.env,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REPOSITORY: gallery.github.repository,
    GITHUB_API_URL: gallery.github.apiUrl,
    GITHUB_OUTPUT: outputPath,
    GITHUB_TOKEN: TOKEN,
    PWSHELF_NOW: NOW,
    PWSHELF_GITHUB_SECOND_MS: '1',
  };
  const done = await run(process.execPath, [ACTION, ...words], { cwd: clone, env }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
  return { ...done, output: readFileSync(outputPath, 'utf8') };
}

async function pullRequest(gallery: RequestGallery, author: string, id: string, version: string, text = '') {
  const content = await packMade({ id, version, files: { 'notes.txt': text } });
  const main = gallery.git('rev-parse', 'main').trim();
  const head = gallery.commit(`refs/heads/${id}-${version}-${text}`, main, [
    { path: `packages-index/blobs/${id}.${version}.nupkg`, content },
  ]);
  return gallery.github.addPullRequest({ author, head });
}

it('loses nothing of ten merges at once', async () => {
  const gallery = await makeRequestGallery();
  try {
    const numbers = [
      ...(await Promise.all(
        Array.from({ length: 6 }, (_, at) => pullRequest(gallery, 'ada', 'Sample.Tools', `1.${at + 2}.0`)),
      )),
      ...(await Promise.all(
        ['Lantern.Base', 'Lantern.Kit'].map((id) => pullRequest(gallery, 'grace', id, '1.0.0')),
      )),
      // Two of one version: one of them has to lose, and to be told so.
      await pullRequest(gallery, 'ada', 'Sample.Tools', '9.0.0', 'one'),
      await pullRequest(gallery, 'ada', 'Sample.Tools', '9.0.0', 'other'),
    ];
    const runs = await Promise.all(numbers.map((number) => act(gallery, number, 'merge')));
    expect(runs.map(({ code, err }) => (code === 0 ? 0 : err))).toEqual(numbers.map(() => 0));
    const merged = runs.map(({ output }) => output.includes('merged=true'));
    expect(merged.slice(0, 8)).toEqual(Array.from({ length: 8 }, () => true));
    expect(merged.slice(8).sort()).toEqual([false, true]);
    expect(await versionsNow(gallery)).toEqual(
      expect.arrayContaining([
        ...[2, 3, 4, 5, 6, 7].map((minor) => `Sample.Tools 1.${minor}.0`),
        'Lantern.Base 1.0.0',
        'Lantern.Kit 1.0.0',
        'Sample.Tools 9.0.0',
      ]),
    );
    // One commit each on the branch itself.
    expect(gallery.git('rev-list', '--count', '--first-parent', 'main').trim()).toBe(String(1 + 9));
    const open = numbers.filter((number) => gallery.github.thread(number).isOpen);
    expect(open).toEqual([numbers[merged.indexOf(false)]]);
  } finally {
    await gallery.github.close();
  }
});

it('does nothing the second time', async () => {
  const gallery = await makeRequestGallery();
  try {
    const number = await pullRequest(gallery, 'ada', 'Sample.Tools', '1.2.0');
    await act(gallery, number, 'merge');
    const before = gallery.git('rev-parse', 'main');
    const { code, output, err } = await act(gallery, number, 'merge');
    expect([code, output]).toEqual([0, 'merged=false\n']);
    expect(err).toContain('There is nothing to merge.');
    expect(gallery.git('rev-parse', 'main')).toBe(before);
  } finally {
    await gallery.github.close();
  }
});

it('tells and closes after a run that died between the push and the answer', async () => {
  const gallery = await makeRequestGallery();
  try {
    const content = await packMade({ id: 'Sample.Tools', version: '1.2.0' });
    const main = gallery.git('rev-parse', 'main').trim();
    const path = 'packages-index/blobs/Sample.Tools.1.2.0.nupkg';
    const first = gallery.commit('refs/heads/two', main, [{ path: 'packages-index/blobs/x.nupkg', content }]);
    const head = gallery.commit('refs/heads/two', first, [
      { path: 'packages-index/blobs/x.nupkg', content: undefined },
      { path, content },
    ]);
    const number = gallery.github.addPullRequest({ author: 'ada', head });
    gallery.github.failNext({ status: 0, method: 'POST', path: /comments$/ });
    const died = await act(gallery, number, 'merge');
    // What was pushed is deployed all the same.
    expect([died.code, died.output]).toEqual([2, 'merged=false\nmerged=true\n']);
    expect(gallery.github.thread(number).isOpen).toBe(true);
    const pushed = gallery.git('rev-parse', 'main');
    const again = await act(gallery, number, 'merge');
    expect([again.code, again.output]).toEqual([0, 'merged=false\nmerged=true\n']);
    expect(gallery.git('rev-parse', 'main')).toBe(pushed);
    const thread = gallery.github.thread(number);
    expect(thread.isOpen).toBe(false);
    expect(thread.comments.at(-1)?.body).toContain('## Published');
  } finally {
    await gallery.github.close();
  }
});

it('says that there is something to deploy though it could not tell of it, and looks at the others', async () => {
  const gallery = await makeRequestGallery();
  try {
    const first = await pullRequest(gallery, 'ada', 'Sample.Tools', '1.2.0');
    const second = await pullRequest(gallery, 'grace', 'Other.Kit', '2.1.0');
    gallery.github.failNext({ status: 0, method: 'POST', path: /comments$/ });
    const { code, output } = await act(gallery, first, 'scheduled');
    expect([code, output]).toEqual([1, 'merged=false\nmerged=true\n']);
    expect([first, second].map((number) => gallery.github.thread(number).isOpen)).toEqual([false, false]);
  } finally {
    await gallery.github.close();
  }
});

it('believes nobody that a request is done, in whatever commit that comes into the history', async () => {
  const gallery = await makeRequestGallery();
  const { git, github } = gallery;
  try {
    const number = await pullRequest(gallery, 'ada', 'Sample.Tools', '1.2.0');
    const head = git('rev-parse', `refs/pull/${number}/head`).trim();
    const lines = `Request: https://github.com/contoso/gallery/pull/${number}\nHead: ${head}`;
    expect(JSON.stringify(github.json(number))).toContain(`pull/${number}"`);
    const env = {
      ...process.env,
      GIT_AUTHOR_NAME: 'github-actions[bot]',
      GIT_AUTHOR_EMAIL: BOT.email,
      GIT_COMMITTER_NAME: 'github-actions[bot]',
      GIT_COMMITTER_EMAIL: BOT.email,
    };
    const forge = (parents: readonly string[], message: string, more = {}) =>
      execFileSync(
        'git',
        ['--git-dir', gallery.gitDir, 'commit-tree', 'main^{tree}', '-m', message, ...parents],
        { env: { ...env, ...more }, encoding: 'utf8' },
      ).trim();
    const main = git('rev-parse', 'main').trim();
    // A head that was merged, whose committer can be anybody by name; and a merge by hand, whose title is the author's.
    const merged = forge(['-p', main], `Publish\n\n${lines}`);
    const byHand = forge(['-p', main, '-p', merged], `Merge\n\n${lines}`, {
      GIT_COMMITTER_EMAIL: 'noreply@github.com',
    });
    const own = forge(['-p', byHand], `Publish X 1.0.0\n\nRequest: x\nHead: y\nAllowed: A by b: ${lines}`);
    git('update-ref', 'refs/heads/main', own);
    const { code, output } = await act(gallery, number, 'merge');
    expect([code, output]).toEqual([0, 'merged=false\nmerged=true\n']);
    expect(await versionsNow(gallery)).toContain('Sample.Tools 1.2.0');
  } finally {
    await github.close();
  }
});

it('takes the next version from the branch of a request that was merged as a commit of its own', async () => {
  const gallery = await makeRequestGallery();
  try {
    const add = async (parent: string, version: string) =>
      gallery.commit('refs/heads/mine', parent, [
        {
          path: `packages-index/blobs/Sample.Tools.${version}.nupkg`,
          content: await packMade({ id: 'Sample.Tools', version }),
        },
      ]);
    const two = await add(await add(gallery.git('rev-parse', 'main').trim(), '1.2.0'), '1.3.0');
    const first = gallery.github.addPullRequest({ author: 'ada', head: two });
    expect((await act(gallery, first, 'merge')).output).toContain('merged=true');
    const second = gallery.github.addPullRequest({ author: 'ada', head: await add(two, '1.4.0') });
    expect((await act(gallery, second, 'merge')).output).toContain('merged=true');
    expect(await versionsNow(gallery)).toEqual(
      expect.arrayContaining(['1.2.0', '1.3.0', '1.4.0'].map((version) => `Sample.Tools ${version}`)),
    );
  } finally {
    await gallery.github.close();
  }
});

it('prints what it would do, and does nothing, in a dry run', async () => {
  const gallery = await makeRequestGallery();
  try {
    const number = await pullRequest(gallery, 'ada', 'Sample.Tools', '1.2.0');
    const before = gallery.git('rev-parse', 'main');
    const merge = await act(gallery, number, 'merge', '--dry-run');
    expect([merge.code, merge.output]).toEqual([0, 'merged=false\n']);
    expect(JSON.parse(merge.out)).toMatchObject({
      kind: 'merged',
      files: ['packages-index/blobs/Sample.Tools.1.2.0.nupkg', 'packages-index/packages/Sample.Tools.yaml'],
    });
    const comment = await act(gallery, number, 'comment', '--dry-run');
    expect(JSON.parse(comment.out)).toMatchObject([{ kind: 'create-comment' }, { kind: 'add-label' }]);
    expect(gallery.git('rev-parse', 'main')).toBe(before);
    expect(gallery.github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  } finally {
    await gallery.github.close();
  }
});

it('shows the token nowhere, even when GitHub refuses it', async () => {
  const gallery = await makeRequestGallery();
  try {
    const number = await pullRequest(gallery, 'ada', 'Sample.Tools', '1.2.0');
    gallery.github.tokens.clear();
    const { code, out, err } = await act(gallery, number, 'merge');
    expect(code).toBe(2);
    expect(err).toContain('::error title=GITHUB_REFUSED::');
    expect(out + err).not.toContain(TOKEN);
    expect(out + err).not.toContain(Buffer.from(`x-access-token:${TOKEN}`).toString('base64'));
  } finally {
    await gallery.github.close();
  }
});
