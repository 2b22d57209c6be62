/** What the stand-in for GitHub refuses, asked without octokit. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeBareRepository } from '../support/bare-repository.ts';
import type { TokenPermissions } from '../support/fake-github/state.ts';
import { startFakeGitHub } from '../support/fake-github.ts';

const ALL: TokenPermissions = { contents: 'write', 'pull-requests': 'write', issues: 'write' };

async function makeFake(permissions: TokenPermissions = ALL) {
  const repository = await makeBareRepository();
  const base = repository.commit('refs/heads/main', { a: '1' });
  const head = repository.commit('refs/heads/patch', { a: '2' }, [base]);
  const fake = await startFakeGitHub({ gitDir: repository.gitDir });
  onTestFinished(fake.close);
  fake.addToken('good', permissions);
  fake.addToken('personal', ALL, 'grace');
  fake.addUser({ login: 'ada', id: 7 });
  fake.addUser({ login: 'grace', id: 8, permission: 'write' });
  const ask = async (method: string, path: string, body?: unknown, token: string | undefined = 'good') => {
    const response = await fetch(`${fake.apiUrl}/repos/contoso/gallery${path}`, {
      method,
      headers: token ? { authorization: `Bearer ${token}` } : {},
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: text === '' ? undefined : JSON.parse(text),
    };
  };
  return { fake, ask, repository, base, head };
}

describe('the fake of GitHub', () => {
  it('knows one repository, in any case, and tells nobody of a private one', async () => {
    const { fake, ask } = await makeFake();
    expect((await ask('GET', '')).json.full_name).toBe('contoso/gallery');
    expect((await fetch(`${fake.apiUrl}/repos/Contoso/GALLERY`)).status).toBe(200);
    expect((await fetch(`${fake.apiUrl}/repos/contoso/other`)).status).toBe(404);
    expect((await fetch(`${fake.apiUrl}/user`)).status).toBe(404);
    expect((await ask('GET', '/unknown')).status).toBe(404);
    fake.settings.visibility = 'private';
    expect((await ask('GET', '', undefined, '')).status).toBe(404);
    expect((await ask('GET', '')).status).toBe(200);
  });

  it('refuses a token that it did not give, and none for what is guarded', async () => {
    const { fake, ask } = await makeFake();
    const number = fake.addIssue({ author: 'ada' });
    expect((await ask('GET', '', undefined, 'bad')).json.message).toBe('Bad credentials');
    expect((await ask('GET', `/issues/${number}`, undefined, '')).status).toBe(200);
    expect((await ask('POST', `/issues/${number}/comments`, { body: 'x' }, '')).status).toBe(401);
    expect((await ask('GET', '/collaborators/ada/permission', undefined, '')).status).toBe(401);
  });

  it.each<readonly [TokenPermissions, 'issue' | 'pull', string, number]>([
    [{ issues: 'write' }, 'issue', 'comments', 201],
    [{ issues: 'write' }, 'pull', 'comments', 201],
    [{ 'pull-requests': 'write' }, 'pull', 'comments', 201],
    [{ 'pull-requests': 'write' }, 'issue', 'comments', 403],
    [{ issues: 'read' }, 'issue', 'comments', 403],
    [{ contents: 'write' }, 'pull', 'comments', 403],
    [{ 'pull-requests': 'write' }, 'pull', 'labels', 200],
    [{ 'pull-requests': 'write' }, 'issue', 'labels', 403],
    [{ issues: 'read', 'pull-requests': 'read' }, 'pull', 'labels', 403],
  ])('with %j answers a write to an %s (%s) with %i', async (permissions, kind, what, status) => {
    const { fake, ask } = await makeFake(permissions);
    fake.addIssue({ author: 'ada', labels: ['known'] });
    const number =
      kind === 'issue'
        ? fake.addIssue({ author: 'ada' })
        : fake.addPullRequest({ author: 'ada', head: 'patch' });
    const answer = await ask('POST', `/issues/${number}/${what}`, { body: 'x', labels: ['known'] });
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.headers.get('x-accepted-github-permissions')).toContain('issues=write');
  });

  it('lets a permission over pull requests put labels on, but make none', async () => {
    const { fake, ask } = await makeFake({ 'pull-requests': 'write' });
    const number = fake.addPullRequest({ author: 'ada', head: 'patch' });
    expect((await ask('POST', `/issues/${number}/labels`, { labels: ['new'] })).status).toBe(403);
    expect(fake.thread(number).labels).toEqual([]);
  });

  it('gives at most 100 a page, 30 unless asked, and links to the neighbours', async () => {
    const { fake, ask } = await makeFake();
    for (let index = 0; index < 250; index += 1) fake.addIssue({ author: 'ada' });
    expect((await ask('GET', '/issues')).json).toHaveLength(30);
    const first = await ask('GET', '/issues?per_page=500');
    expect(first.json).toHaveLength(100);
    expect(first.headers.get('link')).toBe(
      `<${fake.apiUrl}/repos/contoso/gallery/issues?per_page=500&page=2>; rel="next", ` +
        `<${fake.apiUrl}/repos/contoso/gallery/issues?per_page=500&page=3>; rel="last"`,
    );
    const last = await ask('GET', '/issues?per_page=100&page=3');
    expect(last.json).toHaveLength(50);
    expect(last.headers.get('link')).toMatch(/page=2>; rel="prev", <[^>]*page=1>; rel="first"$/);
    expect((await ask('GET', '/issues?per_page=100&page=9')).json).toEqual([]);
  });

  it('takes several labels to mean all of them, and counts pull requests among issues', async () => {
    const { fake, ask } = await makeFake();
    fake.addIssue({ author: 'ada', labels: ['a'] });
    fake.addIssue({ author: 'ada', labels: ['A', 'b'] });
    fake.addPullRequest({ author: 'ada', head: 'patch', labels: ['b'] });
    const numbers = async (query: string) =>
      (await ask('GET', `/issues?${query}`)).json.map(({ number }: { readonly number: number }) => number);
    expect(await numbers('labels=a,b')).toEqual([2]);
    expect(await numbers('labels=b')).toEqual([3, 2]);
    expect(await numbers('direction=asc&state=all')).toEqual([1, 2, 3]);
    expect((await ask('GET', '/issues/3')).json.pull_request).toBeDefined();
    expect((await ask('GET', '/pulls/1')).status).toBe(404);
  });

  it.each([
    ['', 'Body cannot be blank'],
    [undefined, 'Body cannot be blank'],
    ['x'.repeat(65_537), 'Body is too long (maximum is 65536 characters)'],
  ])('refuses a comment that is none (%#)', async (body, message) => {
    const { fake, ask } = await makeFake();
    const number = fake.addIssue({ author: 'ada' });
    const answer = await ask('POST', `/issues/${number}/comments`, { body });
    expect(answer.status).toBe(422);
    expect(answer.json.errors[0].message).toBe(message);
  });

  it('counts characters of a comment, not their halves', async () => {
    const { fake, ask } = await makeFake();
    const number = fake.addIssue({ author: 'ada' });
    expect((await ask('POST', `/issues/${number}/comments`, { body: '😀'.repeat(65_536) })).status).toBe(201);
  });

  it('lets only those who may write speak in a locked conversation', async () => {
    const { fake, ask } = await makeFake();
    const number = fake.addIssue({ author: 'ada' });
    const id = fake.addComment(number, 'github-actions[bot]', 'old');
    fake.lock(number);
    expect((await ask('POST', `/issues/${number}/comments`, { body: 'x' })).status).toBe(403);
    expect((await ask('PATCH', `/issues/comments/${id}`, { body: 'x' })).status).toBe(403);
    expect((await ask('POST', `/issues/${number}/comments`, { body: 'x' }, 'personal')).status).toBe(201);
  });

  it('changes nothing in an archived repository, and has no issues where they are off', async () => {
    const { fake, ask } = await makeFake();
    const number = fake.addIssue({ author: 'ada' });
    fake.settings.isArchived = true;
    expect((await ask('PATCH', `/issues/${number}`, { state: 'closed' })).status).toBe(403);
    expect((await ask('GET', `/issues/${number}`)).status).toBe(200);
    fake.settings.hasIssues = false;
    expect((await ask('GET', `/issues/${number}`)).status).toBe(410);
  });

  it.each([
    [{ name: 'x'.repeat(51), color: 'ededed' }, 'custom'],
    [{ name: 'KNOWN', color: 'ededed' }, 'already_exists'],
    [{ name: 'red', color: '#ff0000' }, 'invalid'],
    [{ name: 'long', color: 'ff0000', description: 'x'.repeat(101) }, 'custom'],
    [{ color: 'ff0000' }, 'missing_field'],
  ])('makes no such label: %j', async (label, code) => {
    const { fake, ask } = await makeFake();
    fake.addIssue({ author: 'ada', labels: ['known'] });
    const answer = await ask('POST', '/labels', label);
    expect(answer.status).toBe(422);
    expect(answer.json.errors[0].code).toBe(code);
  });

  it('puts no label on whose name is too long, and takes none off that is not there', async () => {
    const { fake, ask } = await makeFake();
    const number = fake.addIssue({ author: 'ada' });
    expect((await ask('POST', `/issues/${number}/labels`, { labels: ['x'.repeat(51)] })).status).toBe(422);
    const answer = await ask('DELETE', `/issues/${number}/labels/none`);
    expect([answer.status, answer.json.message]).toEqual([404, 'Label does not exist']);
  });

  it('tells that a pull request was merged once its head is in its base, and reopens none that was', async () => {
    const { fake, ask, repository, base, head } = await makeFake();
    const number = fake.addPullRequest({ author: 'ada', head });
    expect((await ask('GET', `/pulls/${number}`)).json).toMatchObject({ state: 'open', merged: false });
    repository.commit('refs/heads/main', { a: '2' }, [base, head]);
    expect((await ask('GET', `/pulls/${number}`)).json).toMatchObject({ state: 'closed', merged: true });
    expect((await ask('GET', '/pulls')).json).toEqual([]);
    expect((await ask('PATCH', `/pulls/${number}`, { state: 'open' })).status).toBe(422);
    const events = (await ask('GET', `/issues/${number}/events`)).json;
    expect(events.map(({ event }: { readonly event: string }) => event)).toEqual(['merged', 'closed']);
  });

  it('refuses states that there are not, a body that is no JSON, and versions that it never had', async () => {
    const { fake, ask } = await makeFake();
    const number = fake.addIssue({ author: 'ada' });
    expect((await ask('PATCH', `/issues/${number}`, { state: 'done' })).status).toBe(422);
    expect((await ask('PATCH', `/issues/${number}`, { state: 'closed', state_reason: 'dull' })).status).toBe(
      422,
    );
    expect((await ask('PATCH', `/issues/${number}`, '{')).status).toBe(400);
    const version = await fetch(`${fake.apiUrl}/repos/contoso/gallery`, {
      headers: { 'x-github-api-version': '2001-01-01' },
    });
    expect(version.status).toBe(400);
  });

  it('shows settings only to whoever may see them', async () => {
    const { fake, ask } = await makeFake();
    expect((await ask('GET', '/actions/permissions')).status).toBe(403);
    expect((await ask('GET', '/actions/permissions/workflow')).status).toBe(403);
    fake.addToken('admin', { administration: 'read' }, 'contoso');
    expect((await ask('GET', '/actions/permissions', undefined, 'admin')).status).toBe(200);
  });

  it('counts requests down and refuses the one after the last', async () => {
    const { fake, ask } = await makeFake();
    const token = fake.tokens.get('good');
    if (token) token.remaining = 1;
    const last = await ask('GET', '');
    expect([last.status, last.headers.get('x-ratelimit-remaining')]).toEqual([200, '0']);
    const refused = await ask('GET', '');
    expect([refused.status, refused.headers.get('x-ratelimit-remaining')]).toEqual([403, '0']);
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000);
  });

  it('limits and fails on demand, and writes down what was asked', async () => {
    const { fake, ask } = await makeFake();
    fake.limitNext({ retryAfterSeconds: 7, status: 429 });
    fake.failNext({ status: 503, method: 'POST', path: /labels$/ });
    const limited = await ask('GET', '');
    expect([limited.status, limited.headers.get('retry-after')]).toEqual([429, '7']);
    expect((await ask('GET', '/labels?page=1')).status).toBe(200);
    expect((await ask('POST', '/labels', { name: 'x', color: 'ededed' })).status).toBe(503);
    expect(fake.requests).toEqual([
      { method: 'GET', path: '/repos/contoso/gallery', query: '', status: 429, body: {} },
      { method: 'GET', path: '/repos/contoso/gallery/labels', query: '?page=1', status: 200, body: {} },
      {
        method: 'POST',
        path: '/repos/contoso/gallery/labels',
        query: '',
        status: 503,
        body: { name: 'x', color: 'ededed' },
      },
    ]);
  });

  it.each([
    [{ client_payload: {} }, '"event_type" wasn\'t supplied'],
    [{ event_type: 'x'.repeat(101) }, 'event_type is too long'],
    [
      { event_type: 'a', client_payload: Object.fromEntries([...'abcdefghijk'].map((name) => [name, 1])) },
      'No more than 10 properties are allowed; 11 were supplied.',
    ],
    [{ event_type: 'a', client_payload: { a: 'x'.repeat(65_536) } }, 'client_payload is too large'],
  ])('refuses an event that is none (%#)', async (body, message) => {
    const { fake, ask } = await makeFake();
    const answer = await ask('POST', '/dispatches', body);
    expect(answer.status).toBe(422);
    expect(answer.json.message).toContain(message);
    expect(fake.state.events).toEqual([]);
  });

  it('takes an event from a token that may write contents, and from no other', async () => {
    const body = { event_type: 'a', client_payload: { b: 1 } };
    const { fake, ask } = await makeFake();
    expect((await ask('POST', '/dispatches', body)).status).toBe(204);
    expect(fake.state.events).toEqual([{ eventType: 'a', payload: { b: 1 } }]);
    const other = await makeFake({ contents: 'read', actions: 'write' });
    const refused = await other.ask('POST', '/dispatches', body);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('x-accepted-github-permissions')).toBe('contents=write');
  });

  it('starts a workflow with the inputs that it names, and with no others', async () => {
    const { fake, ask, repository } = await makeFake({ actions: 'write' });
    const text = 'on:\n  workflow_dispatch:\n    inputs:\n      payload: { type: string }\n';
    repository.commit('refs/heads/main', { '.github/workflows/gallery.yml': text });
    const start = (inputs: object) =>
      ask('POST', '/actions/workflows/gallery.yml/dispatches', { ref: 'main', inputs });
    expect((await start({ payload: '{}' })).status).toBe(204);
    const refused = await start({ other: '1' });
    expect(refused.status).toBe(422);
    expect(refused.json.message).toBe('Unexpected inputs provided: ["other"]');
    expect(fake.dispatches).toEqual([{ workflow: 'gallery.yml', ref: 'main', inputs: { payload: '{}' } }]);
  });

  it('takes a file of a release once, on the host for uploads only', async () => {
    const { fake, ask } = await makeFake();
    expect((await ask('GET', '/releases/tags/v1')).status).toBe(404);
    const { status, json } = await ask('POST', '/releases', { tag_name: 'v1' });
    expect(status).toBe(201);
    expect((await ask('POST', '/releases', { tag_name: 'v1' })).json.errors[0].code).toBe('already_exists');
    const put = (address: string) =>
      fetch(address, {
        method: 'POST',
        headers: { authorization: 'Bearer good' },
        body: Buffer.from('\xff'),
      });
    const address = String(json.upload_url).replace('{?name,label}', '?name=a%2Bb.nupkg');
    expect((await put(address)).status).toBe(201);
    expect((await put(address)).status).toBe(422);
    expect((await put(address.replace('/uploads', ''))).status).toBe(404);
    expect((await ask('GET', `/releases/${json.id}/assets`)).json[0]).toMatchObject({
      name: 'a.b.nupkg',
      size: 2,
      browser_download_url: 'https://github.com/contoso/gallery/releases/download/v1/a.b.nupkg',
    });
    const [release] = fake.state.releases;
    if (release) release.isImmutable = true;
    expect((await put(address.replace('a%2Bb', 'c'))).status).toBe(422);
  });
});
