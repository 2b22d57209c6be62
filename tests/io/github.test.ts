import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { expect, it, onTestFinished, vi } from 'vitest';
import { GalleryError } from '../../src/domain/gallery-error.ts';
import { isOwnComment, MAX_COMMENT_CHARACTERS, openGitHub } from '../../src/io/github.ts';
import { makeBareRepository } from '../support/bare-repository.ts';
import type { FakeSettings, TokenPermissions } from '../support/fake-github/state.ts';
import { startFakeGitHub } from '../support/fake-github.ts';

const TOKEN = 'ghs_0123456789abcdefSECRET';
const EVERYTHING: TokenPermissions = {
  contents: 'write',
  'pull-requests': 'write',
  issues: 'write',
  actions: 'write',
  pages: 'read',
  administration: 'read',
};
const NOW = new Date('2026-05-01T12:00:00.000Z');

async function makeWorld(
  options: { readonly permissions?: TokenPermissions; readonly settings?: Partial<FakeSettings> } = {},
) {
  const repository = await makeBareRepository();
  const base = repository.commit('refs/heads/main', { 'packages-index/gallery.yaml': 'title: Contoso\n' });
  const head = repository.commit('refs/heads/patch', { 'packages-index/a.yaml': 'a: 1\n' }, [base]);
  const fake = await startFakeGitHub({
    gitDir: repository.gitDir,
    now: () => NOW,
    ...(options.settings === undefined ? {} : { settings: options.settings }),
  });
  onTestFinished(fake.close);
  fake.addToken(TOKEN, options.permissions ?? EVERYTHING);
  fake.addUser({ login: 'ada', id: 7 });
  fake.addUser({ login: 'grace', id: 8, permission: 'maintain' });
  const github = openGitHub({
    repository: fake.repository,
    token: TOKEN,
    apiUrl: fake.apiUrl,
    secondMs: 1,
  });
  return { repository, base, head, fake, github };
}

async function failureOf(promise: Promise<unknown>): Promise<GalleryError> {
  const failure = await promise.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(failure instanceof GalleryError)) throw new Error(`no GalleryError, but ${inspect(failure)}`);
  expect(inspect(failure, { depth: 10 })).not.toContain(TOKEN);
  expect(`${failure.message} ${failure.hint} ${failure.stack}`).not.toContain(TOKEN);
  return failure;
}

it('reads a pull request, whose head may move', async () => {
  const { github, fake, head, repository } = await makeWorld();
  const number = fake.addPullRequest({ author: 'ada', title: '`$(x)`', head: 'refs/heads/patch' });
  expect(await github.request(number)).toEqual({
    kind: 'pull-request',
    number,
    url: `https://github.com/contoso/gallery/pull/${number}`,
    title: '`$(x)`',
    body: '',
    author: { login: 'ada', id: 7, isBot: false },
    isOpen: true,
    createdAt: '2026-05-01T12:00:00Z',
    isDraft: false,
    baseRef: 'main',
    headSha: head,
  });
  const moved = repository.commit(`refs/pull/${number}/head`, { b: '1' }, [head]);
  expect(await github.request(number)).toMatchObject({ headSha: moved, isOpen: true });
  repository.commit('refs/heads/main', { b: '1' }, [moved]);
  expect(await github.request(number)).toMatchObject({ headSha: moved, isOpen: false });
});

it('reads an issue, and whose account is gone as ghost', async () => {
  const { github, fake } = await makeWorld();
  const number = fake.addIssue({ author: 'ada', title: 'Unlist', body: 'Please', labels: ['unlist'] });
  expect(await github.request(number)).toEqual({
    kind: 'issue',
    number,
    url: `https://github.com/contoso/gallery/issues/${number}`,
    title: 'Unlist',
    body: 'Please',
    author: { login: 'ada', id: 7, isBot: false },
    isOpen: true,
    createdAt: '2026-05-01T12:00:00Z',
  });
  fake.removeUser('ada');
  expect((await github.request(number)).author.login).toBe('ghost');
});

it('reads an issue with a token for issues alone, and says what it lacks for a pull request', async () => {
  const { github, fake } = await makeWorld({
    permissions: { issues: 'write' },
    settings: { visibility: 'private' },
  });
  const issue = fake.addIssue({ author: 'ada' });
  const pull = fake.addPullRequest({ author: 'ada', head: 'patch' });
  expect((await github.request(issue)).kind).toBe('issue');
  expect(await failureOf(github.request(pull))).toMatchObject({
    code: 'GITHUB_REFUSED',
    hint: expect.stringContaining('pull-requests: read'),
  });
});

it('lists what is open, over all pages, and of issues only those that bear a label of a form', async () => {
  const { github, fake } = await makeWorld();
  const pulls = Array.from({ length: 105 }, () => fake.addPullRequest({ author: 'ada', head: 'patch' }));
  const forms = Array.from({ length: 103 }, () => fake.addIssue({ author: 'ada', labels: ['publish'] }));
  const both = fake.addIssue({ author: 'ada', labels: ['report', 'publish'] });
  fake.addIssue({ author: 'ada', labels: ['chatter'] });
  fake.setOpen(pulls[3] ?? 0, false, 'ada');
  fake.setOpen(forms[5] ?? 0, false, 'ada');
  const open = await github.openRequests({ issueLabels: ['publish', 'report'] });
  const numbers = [...pulls.toSpliced(3, 1), ...forms.toSpliced(5, 1), both];
  expect(open.map(({ number }) => number)).toEqual(numbers);
  expect(open.filter(({ kind }) => kind === 'issue')).toHaveLength(103);
});

it('reads all comments of several pages, the oldest first', async () => {
  const { github, fake } = await makeWorld();
  const number = fake.addIssue({ author: 'ada' });
  for (let index = 0; index < 250; index += 1) fake.addComment(number, 'ada', `comment ${index}`);
  const comments = await github.comments(number);
  expect(comments.map(({ body }) => body)).toEqual(Array.from({ length: 250 }, (_, i) => `comment ${i}`));
  expect(fake.requests.filter(({ path }) => path.endsWith('/comments'))).toHaveLength(3);
});

it('writes a comment and edits it in place', async () => {
  const { github, fake } = await makeWorld();
  const number = fake.addIssue({ author: 'ada' });
  const made = await github.createComment(number, 'first');
  expect(made).toMatchObject({ body: 'first', author: { login: 'github-actions[bot]', isBot: true } });
  expect(isOwnComment(made)).toBe(true);
  expect(await github.updateComment(made.id, 'second')).toMatchObject({ id: made.id, body: 'second' });
  expect((await github.comments(number)).map(({ body }) => body)).toEqual(['second']);
});

it.each([
  ['github-actions[bot]', true, undefined, true],
  ['github-actions[bot]', false, undefined, false],
  ['github-actions', true, undefined, false],
  ['ada', false, 'ada', true],
  ['ada', false, undefined, false],
])('holds a comment of %s (bot: %s) to be its own, as %s: %s', (login, isBot, own, expected) => {
  const at = '2026-05-01T12:00:00Z';
  const comment = { id: 1, author: { login, id: 1, isBot }, body: '', createdAt: at, updatedAt: at };
  expect(isOwnComment(comment, own)).toBe(expected);
});

it('refuses a comment that is longer than GitHub takes, before it is sent', async () => {
  const { github, fake } = await makeWorld();
  const number = fake.addIssue({ author: 'ada' });
  const failure = await failureOf(github.createComment(number, 'x'.repeat(MAX_COMMENT_CHARACTERS + 1)));
  expect(failure).toMatchObject({ code: 'GITHUB_INVALID', message: expect.stringContaining('65537') });
  expect(fake.requests).toEqual([]);
  await github.createComment(number, 'x'.repeat(MAX_COMMENT_CHARACTERS));
});

it('tells who put each label there last, over all pages of events', async () => {
  const { github, fake } = await makeWorld();
  const number = fake.addPullRequest({ author: 'ada', head: 'patch' });
  fake.label(number, 'allow:A', 'ada', '2026-04-01T00:00:00Z');
  for (let index = 0; index < 70; index += 1) {
    fake.label(number, 'noise', 'ada');
    fake.unlabel(number, 'noise', 'ada');
  }
  fake.unlabel(number, 'allow:A', 'ada');
  fake.label(number, 'allow:A', 'grace', '2026-04-02T00:00:00Z');
  fake.label(number, 'allow:B', 'nobody', '2026-04-03T00:00:00Z');
  expect(await github.labelings(number)).toEqual([
    {
      name: 'allow:A',
      by: { login: 'grace', id: 8, isBot: false },
      at: '2026-04-02T00:00:00Z',
    },
    { name: 'allow:B', by: undefined, at: '2026-04-03T00:00:00Z' },
  ]);
});

it('holds nobody to have put there a label that was renamed since', async () => {
  const { github, fake } = await makeWorld();
  const number = fake.addPullRequest({ author: 'ada', head: 'patch', labels: ['chore'] });
  fake.state.labels.set('allow:a', { name: 'allow:A', colour: 'ededed', description: '' });
  fake.thread(number).labels = ['allow:A'];
  expect(await github.labelings(number)).toMatchObject([{ name: 'allow:A', by: undefined }]);
});

it.each([
  ['admin', 'admin'],
  ['maintain', 'maintain'],
  ['write', 'write'],
  ['triage', 'triage'],
  ['read', 'read'],
  ['none', 'none'],
] as const)('reads the permission %s as %s', async (permission, expected) => {
  const { github, fake } = await makeWorld();
  fake.addUser({ login: 'linus', id: 9, permission });
  expect(await github.permissionOf('linus')).toBe(expected);
});

it('gives a stranger what everybody has, and none to who is unknown', async () => {
  const { github, fake } = await makeWorld();
  expect(await github.permissionOf('ada')).toBe('read');
  expect(await github.permissionOf('nobody')).toBe('none');
  expect(await github.permissionOf('')).toBe('none');
  expect(await github.permissionOf('../../../user')).toBe('none');
  fake.settings.visibility = 'private';
  expect(await github.permissionOf('ada')).toBe('none');
});

it('puts labels on and takes them off, a label that is not there included', async () => {
  const { github, fake } = await makeWorld();
  const number = fake.addPullRequest({ author: 'ada', head: 'patch' });
  await github.addLabels(number, ['pwshelf: accepted', 'a/b']);
  await github.addLabels(number, []);
  expect(fake.thread(number).labels).toEqual(['pwshelf: accepted', 'a/b']);
  await github.removeLabel(number, 'a/b');
  await github.removeLabel(number, 'a/b');
  await github.removeLabel(number, 'never: there');
  expect(fake.thread(number).labels).toEqual(['pwshelf: accepted']);
});

it('asks for no address but the one that it means', async () => {
  const { github, fake } = await makeWorld();
  const number = fake.addIssue({ author: 'ada', labels: ['publish'] });
  expect(await failureOf(github.removeLabel(number, '.'))).toMatchObject({ code: 'GITHUB_INVALID' });
  expect(await failureOf(github.fileText('..'))).toMatchObject({ code: 'GITHUB_INVALID' });
  expect(await github.permissionOf('..')).toBe('none');
  expect(fake.requests).toEqual([]);
});

it('closes an issue with its reason, and a pull request', async () => {
  const { github, fake } = await makeWorld();
  const issue = fake.addIssue({ author: 'ada' });
  const pull = fake.addPullRequest({ author: 'ada', head: 'patch' });
  await github.close(issue, 'not_planned');
  await github.close(pull);
  expect(fake.thread(issue)).toMatchObject({ isOpen: false, closeReason: 'not_planned' });
  expect(fake.thread(pull)).toMatchObject({ isOpen: false, closeReason: null });
});

it('finds the newest run that a commit started, and starts a workflow', async () => {
  const { github, fake, head, base, repository } = await makeWorld();
  expect(await github.runOf(head, 'pull_request')).toBeUndefined();
  fake.addRun({ headSha: head });
  const newest = fake.addRun({ headSha: head });
  fake.addRun({ headSha: head, event: 'push' });
  fake.addRun({ headSha: base });
  expect(await github.runOf(head, 'pull_request')).toEqual({
    url: `https://github.com/contoso/gallery/actions/runs/${newest}`,
  });
  repository.commit('refs/heads/main', { '.github/workflows/gallery.yml': 'on: workflow_dispatch\n' }, [
    base,
  ]);
  await github.dispatch('gallery.yml', 'main');
  expect(fake.dispatches).toEqual([{ workflow: 'gallery.yml', ref: 'main' }]);
  expect(await failureOf(github.dispatch('other.yml', 'main'))).toMatchObject({ code: 'GITHUB_ABSENT' });
  expect(await failureOf(github.dispatch('gallery.yml', 'gone'))).toMatchObject({ code: 'GITHUB_INVALID' });
});

it('reads how the repository is set up', async () => {
  const { github, fake } = await makeWorld();
  expect(await github.repositorySettings()).toEqual({
    defaultBranch: 'main',
    visibility: 'public',
    isPrivate: false,
    isArchived: false,
    hasIssues: true,
    allowsMergeCommit: true,
    allowsSquashMerge: true,
    allowsRebaseMerge: true,
  });
  expect(await github.pagesSettings()).toEqual({
    url: 'https://contoso.github.io/gallery/',
    buildType: 'workflow',
    customDomain: undefined,
    isHttpsEnforced: true,
  });
  fake.settings.pages = { buildType: 'legacy', customDomain: 'ps.contoso.com', isHttpsEnforced: false };
  expect(await github.pagesSettings()).toEqual({
    url: 'https://ps.contoso.com/',
    buildType: 'legacy',
    customDomain: 'ps.contoso.com',
    isHttpsEnforced: false,
  });
  fake.settings.pages = undefined;
  expect(await github.pagesSettings()).toBeUndefined();
  expect(await github.workflowPermissions()).toEqual({
    defaultPermission: 'read',
    canApprovePullRequests: false,
  });
  expect(await github.actionsPermissions()).toEqual({ isEnabled: true, allowedActions: 'all' });
  fake.settings.actions = { isEnabled: false, allowedActions: 'all' };
  expect(await github.actionsPermissions()).toEqual({ isEnabled: false, allowedActions: undefined });
  fake.settings.branchRules = { 'release/1': ['non_fast_forward', 'deletion', 'deletion'] };
  expect(await github.branchRules('release/1')).toEqual(['deletion', 'non_fast_forward']);
  expect(await github.branchRules('main')).toEqual([]);
});

it('shows what only an administrator sees as undefined to others, but not a limit', async () => {
  const { github, fake } = await makeWorld({ permissions: { contents: 'read' } });
  expect(await github.workflowPermissions()).toBeUndefined();
  expect(await github.actionsPermissions()).toBeUndefined();
  expect((await github.repositorySettings()).allowsMergeCommit).toBeUndefined();
  fake.limitNext({ retryAfterSeconds: 1, times: 3 });
  expect(await failureOf(github.workflowPermissions())).toMatchObject({ code: 'GITHUB_LIMIT' });
});

it('lists and makes labels of the repository', async () => {
  const { github } = await makeWorld();
  for (let index = 0; index < 101; index += 1) await github.createLabel(`l${index}`, '#0E8A16', 'a label');
  const labels = await github.labels();
  expect(labels).toHaveLength(101);
  expect(labels[0]).toEqual({ name: 'l0', colour: '0E8A16', description: 'a label' });
  const failure = await failureOf(github.createLabel('L0', '0E8A16', ''));
  expect(failure).toMatchObject({
    code: 'GITHUB_INVALID',
    message:
      'GitHub found invalid POST /repos/contoso/gallery/labels (422): Validation Failed; name already_exists.',
  });
});

it('reads a file of a branch or a commit, and undefined for none', async () => {
  const { github, base, repository } = await makeWorld();
  const text = `${'ä'.repeat(500)}\n`;
  repository.commit('refs/heads/other', { 'a folder/b.yml': text, big: 'x'.repeat(1024 * 1024 + 1) }, [base]);
  expect(await github.fileText('packages-index/gallery.yaml')).toBe('title: Contoso\n');
  expect(await github.fileText('a folder/b.yml', 'other')).toBe(text);
  expect(await github.fileText('a folder/b.yml', base)).toBeUndefined();
  expect(await github.fileText('a folder/b.yml', 'gone')).toBeUndefined();
  expect(await failureOf(github.fileText('a folder', 'other'))).toMatchObject({ code: 'GITHUB_INVALID' });
  expect(await failureOf(github.fileText('big', 'other'))).toMatchObject({ code: 'GITHUB_INVALID' });
});

it('tells what was asked in vain', async () => {
  const { github } = await makeWorld();
  expect(await failureOf(github.comments(404))).toMatchObject({
    code: 'GITHUB_ABSENT',
    message: 'GitHub has nothing for GET /repos/contoso/gallery/issues/404/comments (404): Not Found.',
  });
});

it('names the permission that the job lacks', async () => {
  const { github, fake } = await makeWorld({ permissions: { contents: 'read' } });
  const number = fake.addPullRequest({ author: 'ada', head: 'patch' });
  expect(await failureOf(github.createComment(number, 'text'))).toMatchObject({
    code: 'GITHUB_REFUSED',
    message:
      'GitHub refused POST /repos/contoso/gallery/issues/1/comments (403): Resource not accessible by integration.',
    hint: 'The token lacks a permission. In a workflow, give its job under permissions: issues: write, or pull-requests: write.',
  });
});

it.each([
  [{ isArchived: true }, /archived/, /^Unarchive/],
  [{}, /locked/, /^Unlock/],
])('tells that nothing can be written there (%j)', async (settings, message, hint) => {
  const { github, fake } = await makeWorld({ settings });
  const number = fake.addIssue({ author: 'ada' });
  fake.lock(number);
  const failure = await failureOf(github.createComment(number, 'text'));
  expect(failure.code).toBe('GITHUB_REFUSED');
  expect(failure.message).toMatch(message);
  expect(failure.hint).toMatch(hint);
});

it('says that a token is not accepted, without the token', async () => {
  const { fake } = await makeWorld();
  const token = `${TOKEN}-revoked`;
  const github = openGitHub({ repository: fake.repository, token, apiUrl: fake.apiUrl, secondMs: 1 });
  const failure = await failureOf(github.request(1));
  expect(failure).toMatchObject({ code: 'GITHUB_REFUSED', hint: expect.stringContaining('GITHUB_TOKEN') });
  expect(failure.message).toContain('401');
});

it('cuts the token out of what GitHub says', async () => {
  const { github, fake } = await makeWorld();
  fake.failNext({ status: 422, message: `Bad ${TOKEN} here` });
  const failure = await failureOf(github.comments(1));
  expect(failure.message).toContain('Bad *** here');
});

it('asks without a token for what is public', async () => {
  const { fake } = await makeWorld();
  const number = fake.addIssue({ author: 'ada' });
  const github = openGitHub({
    repository: 'Contoso/Gallery',
    token: undefined,
    apiUrl: `${fake.apiUrl}/`,
    secondMs: 1,
  });
  expect((await github.request(number)).kind).toBe('issue');
  expect(await failureOf(github.createComment(number, 'x'))).toMatchObject({ code: 'GITHUB_REFUSED' });
  fake.settings.visibility = 'private';
  expect(await failureOf(github.request(number))).toMatchObject({ code: 'GITHUB_ABSENT' });
});

it('asks again after a fault of GitHub or of the net, and says nothing', async () => {
  const { github, fake } = await makeWorld();
  const write = vi.spyOn(process.stderr, 'write');
  const warn = vi.spyOn(console, 'warn');
  const number = fake.addIssue({ author: 'ada' });
  fake.failNext({ status: 502 });
  expect(await github.comments(number)).toEqual([]);
  fake.failNext({ status: 0 });
  expect(await github.comments(number)).toEqual([]);
  expect(fake.requests.map(({ status }) => status)).toEqual([502, 200, 0, 200]);
  expect(write).not.toHaveBeenCalled();
  expect(warn).not.toHaveBeenCalled();
  write.mockRestore();
  warn.mockRestore();
});

it('gives up after three tries', async () => {
  const { github, fake } = await makeWorld();
  fake.failNext({ status: 502, message: 'Bad Gateway', times: 9 });
  const failure = await failureOf(github.comments(1));
  expect(failure).toMatchObject({ code: 'GITHUB_UNREACHABLE', message: expect.stringContaining('(502)') });
  expect(fake.requests).toHaveLength(3);
});

it('knows an answer that broke off', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '99' });
    response.write('[{"id":1,');
    setTimeout(() => response.destroy(), 50);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    server.close();
  });
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const github = openGitHub({ repository: 'contoso/gallery', token: TOKEN, apiUrl, secondMs: 1 });
  expect(await failureOf(github.comments(1))).toMatchObject({
    code: 'GITHUB_UNREACHABLE',
    message:
      'GitHub did not answer GET /repos/contoso/gallery/issues/1/comments: the answer is no JSON, or broke off.',
  });
});

it('sends a comment once, since one whose answer was lost may be there', async () => {
  const { github, fake } = await makeWorld();
  const number = fake.addIssue({ author: 'ada' });
  fake.failNext({ status: 502, method: 'POST', isCarriedOut: true });
  expect(await failureOf(github.createComment(number, 'x'))).toMatchObject({ code: 'GITHUB_UNREACHABLE' });
  expect(await github.comments(number)).toHaveLength(1);
});

it.each([403, 429] as const)('waits for a secondary limit (%i) and goes on', async (status) => {
  const { github, fake } = await makeWorld();
  const number = fake.addIssue({ author: 'ada' });
  fake.limitNext({ retryAfterSeconds: 20, status, times: 2 });
  expect(await github.createComment(number, 'x')).toMatchObject({ body: 'x' });
  expect(fake.requests.map((request) => request.status)).toEqual([status, status, 201]);
});

it.each([
  [{ retryAfterSeconds: 31, times: 9 }, 2, 'Run it again in 31 seconds.'],
  [{ retryAfterSeconds: 10, times: 9 }, 3, 'Run it again in 10 seconds.'],
  [{ retryAfterSeconds: 61 }, 1, 'Run it again in 61 seconds.'],
  [{ times: 9 }, 2, 'Run it again in a few minutes.'],
])('waits at most a minute for limits (%j)', async (limit, tries, hint) => {
  const { github, fake } = await makeWorld();
  fake.limitNext(limit);
  expect(await failureOf(github.comments(1))).toMatchObject({ code: 'GITHUB_LIMIT', hint });
  expect(fake.requests).toHaveLength(tries);
});

it('does not wait for the next hour when its requests are used up', async () => {
  const { github, fake } = await makeWorld();
  const token = fake.tokens.get(TOKEN);
  if (token) token.remaining = 0;
  const failure = await failureOf(github.comments(1));
  expect(failure.code).toBe('GITHUB_LIMIT');
  expect(failure.hint).toContain('2026-05-01T13:00:00.000Z');
});

it('tells that nothing answers at the address', async () => {
  const { fake } = await makeWorld();
  const { apiUrl, repository } = fake;
  await fake.close();
  const github = openGitHub({ repository, token: TOKEN, apiUrl, secondMs: 1 });
  expect(await failureOf(github.comments(1))).toMatchObject({
    code: 'GITHUB_UNREACHABLE',
    message: expect.stringMatching(
      /^GitHub did not answer GET \/repos\/contoso\/gallery\/issues\/1\/comments: .*ECONNREFUSED/,
    ),
  });
});

it.each(['gallery', '', 'a/b/c', 'a/b?x=1', '../..'])('knows that %j is no repository', (repository) => {
  expect(() => openGitHub({ repository, token: undefined, apiUrl: undefined })).toThrow(
    /names no repository/,
  );
});

it('knows what is no address', () => {
  const open = (apiUrl: string) => () => openGitHub({ repository: 'a/b', token: undefined, apiUrl });
  expect(open('file:///etc')).toThrow(/no address/);
});

it('sends an event, and says what it takes when the token may not', async () => {
  const { github, fake } = await makeWorld();
  await github.dispatchRepository('pwshelf-publish', { a: 1 });
  expect(fake.state.events).toEqual([{ eventType: 'pwshelf-publish', payload: { a: 1 } }]);
  const other = await makeWorld({ permissions: { contents: 'read' } });
  const failure = await failureOf(other.github.dispatchRepository('pwshelf-publish', {}));
  expect(failure.code).toBe('GITHUB_REFUSED');
  expect(failure.hint).toContain('contents: write');
});

it('sends an event once, even when nobody knows whether it came', async () => {
  const { github, fake } = await makeWorld();
  fake.failNext({ status: 0, method: 'POST', path: /dispatches$/, isCarriedOut: true });
  const failure = await failureOf(github.dispatchRepository('pwshelf-publish', {}));
  expect(failure.code).toBe('GITHUB_UNREACHABLE');
  expect(fake.state.events).toHaveLength(1);
});

it('puts a file on a release, and tells what GitHub has against it', async () => {
  const { github, fake } = await makeWorld();
  const bytes = Buffer.from([0, 255, 13, 10]);
  const address = 'https://github.com/contoso/gallery/releases/download/v1/a.nupkg';
  expect(await github.uploadReleaseAsset('v1', 'a.nupkg', bytes)).toBe(address);
  expect(fake.state.releases[0]?.assets[0]?.bytes).toEqual(bytes);
  expect(await github.uploadReleaseAsset('v1', 'a.nupkg', bytes)).toBe(address);
  const taken = await failureOf(github.uploadReleaseAsset('v1', 'a.nupkg', Buffer.from('b')));
  expect(taken.code).toBe('RELEASE_ASSET_EXISTS');
  const [release] = fake.state.releases;
  if (release) release.isImmutable = true;
  const refused = await failureOf(github.uploadReleaseAsset('v1', 'c.nupkg', bytes));
  expect(refused.code).toBe('GITHUB_INVALID');
  expect(refused.message).toContain('immutable release');
});
