/** The static host over HTTP: each claim is something that GitHub Pages does and a client depends on. */
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { createStaticHost } from '../../../src/gateway/node/static-host.ts';
import { type ServedGallery, serveGallery } from '../../support/serve-gallery.ts';
import { makeTempDir, writeTree } from '../../support/temp-dir.ts';

const SITE = {
  'index.html': '<p>home',
  '404.html': '<p>not here',
  'v3/index.json': '{"version":"3.0.0"}',
  'api/v2/index.html': '<?xml version="1.0"?>',
  'api/v2/Search().html': '<feed/>',
  'api/v2/FindPackagesById()': '<feed/>',
  "api/v2/Packages(Id='X',Version='1.0.0')": '<entry/>',
  'both/index.html': 'folder',
  'both.html': 'file',
  'x.1.0.0.nupkg': '0123456789',
};

async function serveSite(base = '/repo/'): Promise<ServedGallery> {
  const root = await makeTempDir();
  await writeTree(root, SITE);
  const gallery = await serveGallery(root, { base });
  onTestFinished(gallery.close);
  return gallery;
}

async function get(path: string, init: RequestInit = {}): Promise<Response> {
  const gallery = await serveSite();
  return fetch(`${new URL(gallery.url).origin}${path}`, { redirect: 'manual', ...init });
}

it.each([
  ['/repo/', '<p>home', 'text/html; charset=utf-8'],
  ['/repo/v3/index.json', '{"version":"3.0.0"}', 'application/json; charset=utf-8'],
  ['/repo/v3/index.json?semVerLevel=2.0.0', '{"version":"3.0.0"}', 'application/json; charset=utf-8'],
  ['/repo/api/v2/', '<?xml version="1.0"?>', 'text/html; charset=utf-8'],
  ['/repo/api/v2/Search()?$skip=0', '<feed/>', 'text/html; charset=utf-8'],
  ["/repo/api/v2/FindPackagesById()?id='X'", '<feed/>', 'application/octet-stream'],
  ['/repo/api/v2/Packages(Id=%27X%27,Version=%271.0.0%27)', '<entry/>', 'application/octet-stream'],
  ['/repo/both', 'file', 'text/html; charset=utf-8'],
  ['/repo/both/', 'folder', 'text/html; charset=utf-8'],
  ['/repo/x.1.0.0.nupkg', '0123456789', 'application/octet-stream'],
])('answers %s', async (path, body, type) => {
  const response = await get(path);
  expect([response.status, await response.text(), response.headers.get('content-type')]).toEqual([
    200,
    body,
    type,
  ]);
});

it.each([
  ['/repo', '/repo/'],
  ['/repo/v3', undefined],
  ['/repo/api/v2', '/repo/api/v2/'],
  ['/repo/api/v2?a=b', '/repo/api/v2/?a=b'],
])('redirects %s to %s', async (path, location) => {
  const response = await get(path);
  expect(response.status).toBe(location === undefined ? 404 : 301);
  expect(response.headers.get('location') ?? undefined).toBe(location);
});

it.each(['/repo/none', '/repo/V3/index.json', '/repo/v3/', '/repo/.git/config', '/v3/index.json'])(
  'answers %s with the page 404.html',
  async (path) => {
    const response = await get(path);
    expect([response.status, await response.text()]).toEqual([404, '<p>not here']);
  },
);

it('answers 404 in words when the site has no page for it', async () => {
  const gallery = await serveGallery(await makeTempDir());
  onTestFinished(gallery.close);
  const response = await fetch(gallery.url);
  expect([response.status, await response.text()]).toEqual([404, 'There is no such file on this site.\n']);
});

it('never leaves its folder, whatever the request line says', async () => {
  const gallery = await serveSite('/');
  const { port } = new URL(gallery.url);
  // fetch would tidy such an address before sending it.
  for (const path of ['/../../../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/a%00b', '//etc/passwd']) {
    const status = await new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect([400, 404], path).toContain(status);
  }
});

it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('refuses %s', async (method) => {
  const response = await get('/repo/', { method });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

it('answers HEAD with the headers of GET and no body', async () => {
  const response = await get('/repo/x.1.0.0.nupkg', { method: 'HEAD' });
  expect([response.status, response.headers.get('content-length'), await response.text()]).toEqual([
    200,
    '10',
    '',
  ]);
});

it('lets caches keep everything for ten minutes', async () => {
  expect((await get('/repo/v3/index.json')).headers.get('cache-control')).toBe('max-age=600');
});

it('answers 304 to a client that holds the file, compressed or not', async () => {
  const gallery = await serveSite();
  for (const path of ['v3/index.json', 'x.1.0.0.nupkg']) {
    const first = await fetch(gallery.url + path);
    await first.arrayBuffer();
    for (const [ask, say] of [
      ['if-none-match', 'etag'],
      ['if-modified-since', 'last-modified'],
    ] as const) {
      // fetch adds `cache-control: no-cache` here, which a host may ignore; the status is what counts.
      const again = await fetch(gallery.url + path, { headers: { [ask]: first.headers.get(say) ?? '' } });
      expect([again.status, await again.text()], `${path} ${ask}`).toEqual([304, '']);
    }
  }
});

it.each([
  ['v3/index.json', 'gzip, deflate, br', 'gzip'],
  ['v3/index.json', 'br, gzip;q=0.5', 'gzip'],
  ['v3/index.json', 'gzip;q=0', undefined],
  ['v3/index.json', 'identity', undefined],
  ['x.1.0.0.nupkg', 'gzip', undefined],
  ['api/v2/FindPackagesById()', 'gzip', undefined],
  ['api/v2/Search()', 'gzip', 'gzip'],
])('sends %s to a client that accepts %s with the encoding %s', async (path, accepted, encoding) => {
  const gallery = await serveSite();
  // fetch would undo the compression unseen.
  const sent = await new Promise<IncomingMessage>((resolve, reject) => {
    request(gallery.url + path, { headers: { 'accept-encoding': accepted } }, resolve)
      .on('error', reject)
      .end();
  });
  const body = await buffer(sent);
  expect(sent.headers['content-encoding']).toBe(encoding);
  const plain = encoding === 'gzip' ? gunzipSync(body) : body;
  expect(['{"version":"3.0.0"}', '0123456789', '<feed/>']).toContain(plain.toString());
});

it.each([
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=-2', 206, '89', 'bytes 8-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=4-2', 200, '0123456789', null],
])('answers the range %s with %i', async (range, status, body, contentRange) => {
  const response = await get('/repo/x.1.0.0.nupkg', { headers: { range } });
  expect([response.status, await response.text(), response.headers.get('content-range')]).toEqual([
    status,
    body,
    contentRange,
  ]);
});

it('sends the whole file when a range is of an older one', async () => {
  const response = await get('/repo/x.1.0.0.nupkg', { headers: { range: 'bytes=2-4', 'if-range': '"old"' } });
  expect([response.status, await response.text()]).toEqual([200, '0123456789']);
});

it('tells its log of every request, with what was asked and sent', async () => {
  const gallery = await serveSite();
  await (await fetch(`${gallery.url}none?x=1`, { headers: { 'user-agent': 'tester' } })).text();
  await expect.poll(() => gallery.requests).toHaveLength(1);
  expect(gallery.requests[0]).toMatchObject({
    method: 'GET',
    target: '/repo/none?x=1',
    status: 404,
    userAgent: 'tester',
  });
  expect(gallery.requests[0]?.sentBytes).toBeGreaterThan('<p>not here'.length);
});

it('refuses a root that does not exist before it listens', () => {
  expect(() => createStaticHost({ root: '/nowhere/at/all' })).toThrow(/ENOENT/);
});

it('sends JSON with other addresses in it where it is told to, and nothing else', async () => {
  const root = await makeTempDir();
  await writeTree(root, SITE);
  const rewriteJson = (text: string) => text.replaceAll('0', 'X');
  const server = createStaticHost({ root, rewriteJson }).listen(0, '127.0.0.1');
  onTestFinished(() => void server.close());
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const text = async (path: string) => (await fetch(`http://127.0.0.1:${port}/${path}`)).text();
  expect(await text('v3/index.json')).toBe('{"version":"3.X.X"}');
  expect(await text('x.1.0.0.nupkg')).toBe('0123456789');
});
