/** The one handler against files in memory: which part answers, and what every answer bears. */
import { expect, it } from 'vitest';
import { createGateway } from '../../src/gateway/gateway.ts';
import type { GatewayParts } from '../../src/gateway/parts.ts';
import type { GatewayLogEntry } from '../../src/gateway/request-log.ts';
import { memoryAssets } from '../support/memory-assets.ts';

const SITE = {
  'index.html': '<p>home',
  '404.html': '<p>not here',
  'v3/index.json': '{}',
  'v3/search.json': 'static',
  'v3/flatcontainer/pester/5.0.0/pester.5.0.0.nupkg': 'zip',
  '_astro/a.B1.css': 'p{}',
  'api/v2/FindPackagesById()': '<a:feed/>',
  'api/v2/index.html': '<?xml version="1.0"?>',
  'packages/Pester/index.html': '<p>Pester',
  'packages/Pester/5.0.0/index.html': '<p>Pester 5',
};

const KEY = `psg_${'k'.repeat(48)}`;

function gatewayOf(parts: Partial<GatewayParts> = {}) {
  const log: GatewayLogEntry[] = [];
  let count = 0;
  const gateway = createGateway({
    assets: memoryAssets(SITE),
    base: '/',
    isReady: () => ({ ready: true }),
    canonicalId: async (id) => (id.toLowerCase() === 'pester' ? 'Pester' : undefined),
    now: () => 1000,
    newRequestId: () => `id-${++count}`,
    log: (entry) => log.push(entry),
    ...parts,
  });
  return { log, gateway };
}

async function ask(path: string, init: RequestInit = {}, parts: Partial<GatewayParts> = {}) {
  return gatewayOf(parts).gateway.fetch(new Request(`http://gallery.example${path}`, init));
}

it.each([
  ['GET', '/', 200, '<p>home'],
  ['GET', '/v3/index.json?semVerLevel=2.0.0', 200, '{}'],
  ['HEAD', '/v3/index.json', 200, ''],
  ['GET', '/V3/index.json', 404, 'There is nothing at this address of the gallery.\n'],
  ['GET', '/../../etc/passwd', 404, 'There is nothing at this address of the gallery.\n'],
  ['GET', '/%2e%2e/%2e%2e/etc/passwd', 404, 'There is nothing at this address of the gallery.\n'],
  ['GET', '//etc/passwd', 404, 'There is nothing at this address of the gallery.\n'],
  ['GET', '/..%2fetc%2fpasswd', 404, 'There is nothing at this address of the gallery.\n'],
  ['GET', '/a%00b', 400, 'This address cannot be decoded.\n'],
  ['GET', '/%ff', 400, 'This address cannot be decoded.\n'],
  ['GET', '/packages/Pester', 301, 'Moved to /packages/Pester/\n'],
  ['GET', '/packages/pester/?q=1', 302, 'Moved to /packages/Pester/?q=1\n'],
  ['GET', '/PACKAGES/PESTER/5.0.0/', 302, 'Moved to /packages/Pester/5.0.0/\n'],
  ['GET', '/packages/Pester/9.9.9/', 404, 'There is nothing at this address of the gallery.\n'],
  ['GET', '/packages/none/', 404, 'There is nothing at this address of the gallery.\n'],
  ['GET', '/-/health', 200, '{"status":"ok"}\n'],
  ['GET', '/-/ready', 200, '{"status":"ready"}\n'],
  ['HEAD', '/-/health', 200, ''],
  ['PATCH', '/', 405, 'This gallery takes no packages over HTTP; it answers GET and HEAD.\n'],
  ['PUT', '/api/v2/package', 405, 'This gallery takes no packages over HTTP; it answers GET and HEAD.\n'],
  ['DELETE', '/-/health', 405, 'This gallery takes no packages over HTTP; it answers GET and HEAD.\n'],
  ['OPTIONS', '/v3/index.json', 204, ''],
])('answers %s %s with %i', async (method, path, status, body) => {
  const response = await ask(path, { method });
  expect([response.status, await response.text()]).toEqual([status, body]);
});

it.each([
  ['/v3/flatcontainer/pester/5.0.0/pester.5.0.0.nupkg', 'public, max-age=31536000, immutable'],
  ['/_astro/a.B1.css', 'public, max-age=31536000, immutable'],
  ['/v3/index.json', 'no-cache'],
  ['/', 'no-cache'],
  ['/none', 'no-cache'],
  ['/-/ready', 'no-store'],
])('lets caches keep %s as %s', async (path, expected) => {
  expect((await ask(path)).headers.get('cache-control')).toBe(expected);
});

it('shows browsers the page for what is not there, and clients a sentence', async () => {
  const page = await ask('/none', { headers: { accept: 'text/html,*/*;q=0.8' } });
  expect([page.status, await page.text(), page.headers.get('content-type')]).toEqual([
    404,
    '<p>not here',
    'text/html; charset=utf-8',
  ]);
});

it('marks every answer as what it is, for all to read', async () => {
  for (const path of ['/', '/none', '/a%00b', '/-/health']) {
    const { headers } = await ask(path);
    expect(headers.get('x-content-type-options'), path).toBe('nosniff');
    expect(headers.get('access-control-allow-origin'), path).toBe('*');
  }
});

it('tells whoever pushes where to, when it takes nothing itself', async () => {
  const push = { method: 'PUT', body: 'x' };
  const response = await ask('/api/v2/package', push, { pushAdvice: 'Push to https://push.example/' });
  expect([response.status, await response.text()]).toEqual([405, 'Push to https://push.example/\n']);
});

it('tells a refused method which are allowed', async () => {
  const refused = await ask('/', { method: 'POST' });
  expect(refused.headers.get('allow')).toBe('GET, HEAD, OPTIONS');
  expect(refused.headers.has('access-control-allow-origin')).toBe(false);
});

it.each([
  ['build-7.a_B', 'build-7.a_B'],
  ['two words', 'id-1'],
  ['x'.repeat(65), 'id-1'],
  ['', 'id-1'],
])('calls a request %j by the id %s', async (given, used) => {
  const { gateway, log } = gatewayOf();
  const request = new Request('http://gallery.example/', { headers: { 'x-request-id': given } });
  expect((await gateway.fetch(request)).headers.get('x-request-id')).toBe(used);
  expect(log[0]?.requestId).toBe(used);
});

it('logs what was asked and sent, without the key in the query', async () => {
  const { gateway, log } = gatewayOf();
  const request = new Request(`http://gallery.example/v3/index.json?q=x&api-key=hunter2&z=${KEY}`, {
    headers: { 'user-agent': 'NuGet/7.0', authorization: `Bearer ${KEY}` },
  });
  await gateway.fetch(request, {
    address: '192.0.2.7',
    sent: Promise.resolve({ bytes: 321, isWhole: false }),
  });
  expect(log).toEqual([
    {
      atMs: 1000,
      requestId: 'id-1',
      method: 'GET',
      target: '/v3/index.json?q=x&api-key=***&z=psg_***',
      status: 200,
      sentBytes: 321,
      isWhole: false,
      durationMs: 0,
      address: '192.0.2.7',
      keyId: undefined,
      userAgent: 'NuGet/7.0',
    },
  ]);
});

it.each([new Error('/srv/secret/path'), 'a text'])(
  'answers 500 without a word of what was thrown',
  async (thrown) => {
    const told: unknown[] = [];
    const v2 = async () => {
      throw thrown;
    };
    const response = await ask('/api/v2/', {}, { v2, reportFailure: (error, id) => told.push(error, id) });
    expect([response.status, await response.text(), response.headers.get('cache-control')]).toEqual([
      500,
      'The gallery failed to answer. The id of this request is id-1.\n',
      'no-store',
    ]);
    expect(told).toEqual([thrown, 'id-1']);
  },
);

it('answers V2 from its part alone, never with the documents for clients that filter by themselves', async () => {
  const asked: string[] = [];
  const v2 = async (_: Request, path: string) => {
    asked.push(path);
    return path === '' ? new Response('service') : undefined;
  };
  expect(await (await ask('/api/v2/', {}, { v2 })).text()).toBe('service');
  expect(await (await ask('/api/v2', {}, { v2 })).text()).toBe('service');
  expect((await ask("/api/v2/FindPackagesById()?id='x'", {}, { v2 })).status).toBe(404);
  expect((await ask('/api/v2/Packages(Id=%27X%27,Version=%271%27)', {}, { v2 })).status).toBe(404);
  expect(asked).toEqual(['', '', 'FindPackagesById()', "Packages(Id='X',Version='1')"]);
  expect(await (await ask("/api/v2/FindPackagesById()?id='x'")).text()).toBe('<a:feed/>');
});

it('answers V3 from its part, and with files where that has nothing', async () => {
  const v3 = async (_: Request, path: string) => (path === 'search.json' ? new Response('exact') : undefined);
  expect(await (await ask('/v3/search.json?q=x', {}, { v3 })).text()).toBe('exact');
  expect(await (await ask('/v3/index.json', {}, { v3 })).text()).toBe('{}');
});

it('hands pushes to their part, with the id of the request and the address', async () => {
  const { gateway, log } = gatewayOf({
    push: async (request, { requestId, address, noteKey }) => {
      noteKey('contoso-1');
      return new Response(`${request.method} ${requestId} ${address}`, { status: 201, statusText: 'Kept' });
    },
  });
  const request = new Request('http://gallery.example/api/v2/package/', { method: 'PUT', body: 'x' });
  const response = await gateway.fetch(request, { address: '192.0.2.7' });
  expect([response.status, response.statusText, await response.text()]).toEqual([
    201,
    'Kept',
    'PUT id-1 192.0.2.7',
  ]);
  expect(log[0]).toMatchObject({ keyId: 'contoso-1', status: 201 });
  const elsewhere = await gateway.fetch(
    new Request('http://gallery.example/v3/index.json', { method: 'PUT' }),
  );
  expect(elsewhere.status).toBe(405);
});

it('asks upstream only for what it does not have itself', async () => {
  const asked: string[] = [];
  const upstream = async (_: Request, path: string) => {
    asked.push(path);
    return path.startsWith('v3/') ? Response.redirect('https://elsewhere.example/', 302) : undefined;
  };
  expect((await ask('/v3/index.json', {}, { upstream })).status).toBe(200);
  const redirected = await ask('/v3/flatcontainer/other/index.json', {}, { upstream });
  expect([redirected.status, redirected.headers.get('x-request-id')]).toEqual([302, 'id-1']);
  expect((await ask('/none', {}, { upstream })).status).toBe(404);
  expect(asked).toEqual(['v3/flatcontainer/other/index.json', 'none']);
});

it.each([
  ['/', 404],
  ['/repo', 301],
  ['/repo/', 200],
  ['/repo/packages/PESTER/', 302],
  ['/-/health', 200],
  ['/repo/-/ready', 503],
])('answers %s with %i when it lives under /repo/', async (path, status) => {
  const isReady = () => ({ ready: false, state: 'stopping' }) as const;
  expect((await ask(path, {}, { base: '/repo/', isReady })).status).toBe(status);
});

it('says that it is not ready yet, and asks to try again', async () => {
  const response = await ask('/-/ready', {}, { isReady: () => ({ ready: false }) });
  expect([response.status, await response.text(), response.headers.get('retry-after')]).toEqual([
    503,
    '{"status":"starting"}\n',
    '1',
  ]);
});

it('allows the pages of others to read, and nothing else', async () => {
  const { headers } = await ask(
    '/v3/index.json',
    { method: 'OPTIONS' },
    { push: async () => new Response() },
  );
  expect(headers.get('access-control-allow-origin')).toBe('*');
  expect(headers.get('access-control-allow-methods')).toBe('GET, HEAD');
});

it.each([
  ['/', 401],
  ['/v3/index.json', 401],
  ['/none', 401],
  ['/a%00b', 401],
  ['/packages/pester/', 401],
  ['/-/health', 200],
  ['/-/ready', 200],
])('asks for credentials at %s of a private gallery: %i', async (path, status) => {
  const response = await ask(path, {}, { isReader: async () => false });
  expect(response.status).toBe(status);
  expect(response.headers.has('access-control-allow-origin')).toBe(false);
});

it('lets a reader in, for nobody else to keep what was read', async () => {
  const { gateway, log } = gatewayOf({
    isReader: async ({ secret }, { noteKey }) => {
      noteKey('reader-1');
      return secret === KEY;
    },
  });
  const headers = { authorization: `Basic ${btoa(`any:${KEY}`)}` };
  const path = '/v3/flatcontainer/pester/5.0.0/pester.5.0.0.nupkg';
  const response = await gateway.fetch(new Request(`http://gallery.example${path}`, { headers }));
  expect(response.status).toBe(200);
  expect(response.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  expect(log[0]?.keyId).toBe('reader-1');
});

it('lets a push through to its own judge in a private gallery', async () => {
  const push = async () => new Response('judged', { status: 201 });
  const response = await ask(
    '/api/v2/package',
    { method: 'PUT', body: 'x' },
    { push, isReader: async () => false },
  );
  expect(response.status).toBe(201);
});

it('says what is wrong in the reason phrase, which is all that clients of NuGet show', async () => {
  const response = await ask('/api/v2/package', { method: 'PUT' });
  expect([response.status, response.statusText]).toEqual([
    405,
    'This gallery takes no packages over HTTP; it answers GET and HEAD.',
  ]);
});
