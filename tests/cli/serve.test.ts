/** `pwshelf serve` as a process: what it prints, how it stops, and that strangers neither break nor change anything. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { catalogueBytes } from '../support/gateway-catalogue.ts';
import { makeGallery } from '../support/make-gallery.ts';
import { rawClient, rawExchange } from '../support/raw-http.ts';
import { runVerb } from '../support/run-verb.ts';
import { makeSelfSigned } from '../support/self-signed.ts';
import { type ServeProcess, serveProcess } from '../support/serve-process.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

const SECRET = 'correct-horse-battery-staple';

async function makeDist(): Promise<string> {
  const root = await makeTempDir();
  await writeTree(root, {
    'index.html': '<p>home',
    'api/catalogue.jsonl': new TextDecoder().decode(catalogueBytes(makeGallery([{ id: 'Pester' }]))),
    '404.html': '<p>not here',
    'v3/index.json': JSON.stringify({ resources: 'x'.repeat(5000) }),
    'v3/flatcontainer/a/1.0.0/a.1.0.0.nupkg': Buffer.alloc(30_000_000, 'a'),
    'packages/Pester/index.html': '<p>Pester',
    'api/v2/Search().html': '<feed/>',
  });
  return root;
}

it('prints where the gallery is, and ends with 0 when it is told to stop', async () => {
  const served = await serveProcess(['--dir', await makeDist(), '--base', '/gallery/']);
  expect(served.err()).toMatch(/PSResourceGet +Register-PSResourceRepository .*\/gallery\/api\/v2$/m);
  expect(await (await fetch(`${served.url}packages/PESTER/`)).text()).toBe('<p>Pester');
  expect((await fetch(`http://127.0.0.1:${served.port}/-/ready`)).status).toBe(200);
  served.signal('SIGTERM');
  expect(await served.exitCode).toBe(0);
  expect(served.out()).toBe('');
});

it('finishes a download that goes on, and no longer when it is told again', async () => {
  for (const again of [false, true]) {
    const served = await serveProcess(['--dir', await makeDist()]);
    const client = rawClient(served.port);
    client.send('GET /v3/flatcontainer/a/1.0.0/a.1.0.0.nupkg HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(client.socket, 'data');
    client.socket.pause();
    served.signal('SIGINT');
    await expect.poll(served.err).toContain('once more stops at once');
    if (again) served.signal('SIGINT');
    else client.socket.resume();
    expect(await served.exitCode).toBe(0);
    client.socket.resume();
    expect((await client.closed).length > 30_000_000).toBe(!again);
  }
});

it.each([
  ['json', 'out'],
  ['text', 'err'],
] as const)('logs requests as %s where such logs belong', async (form, stream) => {
  const served = await serveProcess(['--dir', await makeDist(), '--log', form]);
  await (await fetch(`${served.url}v3/index.json?token=${SECRET}`)).text();
  const line =
    form === 'json'
      ? /^\{"time":.*"path":"\/v3\/index\.json\?token=\*\*\*","status":200,.*\}$/m
      : /^200 GET \/v3\/index\.json\?token=\*\*\* \d+ bytes/m;
  await expect.poll(served[stream]).toMatch(line);
  expect(served.out() + served.err()).not.toContain(SECRET);
});

it.each(['json', 'text'])('goes on when nobody reads its log (%s) any more', async (form) => {
  const served = await serveProcess(['--dir', await makeDist(), '--log', form]);
  served.stopReading();
  for (let at = 0; at < 5; at++) expect((await fetch(`${served.url}-/health`)).status).toBe(200);
  served.signal('SIGTERM');
  expect(await served.exitCode).toBe(0);
});

it('serves a private gallery to its readers alone', async () => {
  const served = await serveProcess(['--dir', await makeDist(), '--private', '--log', 'json'], {
    PWSHELF_READERS: `team=${SECRET}`,
  });
  expect(served.err()).toContain('-Credential (Get-Credential)');
  const authorization = `Basic ${btoa(`me:${SECRET}`)}`;
  const statuses = [];
  for (const headers of [{}, { authorization }, { authorization: 'Basic bWU6bm8=' }]) {
    const response = await fetch(`${served.url}v3/index.json`, {
      headers: headers as Record<string, string>,
    });
    statuses.push([response.status, response.headers.get('www-authenticate') !== null]);
  }
  expect(statuses).toEqual([
    [401, true],
    [200, false],
    [401, true],
  ]);
  expect((await fetch(`${served.url}-/health`)).status).toBe(200);
  await expect.poll(served.out).toContain('"key":"team"');
  expect(served.out()).not.toContain(SECRET);
});

it('lets whoever has a key read that keys.yaml has for reading', async () => {
  const text = `psg_${'x'.repeat(48)}`;
  const index = await makeTempDir();
  const key = {
    id: 'reader',
    owner: 'contoso',
    kind: 'bearer',
    sha256: createHash('sha256').update(text).digest('hex'),
    scopes: ['read'],
    ids: ['*'],
    created: '2020-01-01T00:00:00Z',
    expires: '2020-06-01T00:00:00Z',
  };
  const write = (change: object) =>
    writeTree(index, { 'keys.yaml': JSON.stringify({ keys: [{ ...key, ...change }] }) });
  await writeTree(index, {
    'gallery.yaml': 'title: A\ndescription: B\nowners: [c]\n',
    'packages/.keep': '',
    'blobs/.keep': '',
  });
  await write({});
  const served = await serveProcess(['--dir', await makeDist(), '--index', index, '--private']);
  const headers = { authorization: `Basic ${btoa(`:${text}`)}` };
  const status = async () => (await fetch(`${served.url}v3/index.json`, { headers })).status;
  expect(await status()).toBe(401);
  const now = Date.now();
  const day = (days: number) => `${new Date(now + days * 86_400_000).toISOString().slice(0, 19)}Z`;
  await write({ created: day(-1), expires: day(30) });
  expect(await status()).toBe(200);
});

it('reads certificate and key again on SIGHUP', async () => {
  const files = makeSelfSigned(await makeTempDir(), 'gallery');
  const tls = ['--tls-cert', files.certFile, '--tls-key', files.keyFile];
  const served = await serveProcess(['--dir', await makeDist(), ...tls]);
  expect(served.url).toMatch(/^https:/);
  served.signal('SIGHUP');
  await expect.poll(served.err).toContain('certificate and key were read again');
  served.signal('SIGTERM');
  expect(await served.exitCode).toBe(0);
});

it('is a static host with --static', async () => {
  const served = await serveProcess(['--dir', await makeDist(), '--static', '--log']);
  const response = await fetch(`${served.url}packages/PESTER/`);
  expect([response.status, response.headers.get('x-request-id')]).toEqual([404, null]);
  await expect.poll(served.err).toContain('404 GET /packages/PESTER/');
  expect(served.err()).toMatch(/PSResourceGet +Register-PSResourceRepository .*\/v3\/index\.json$/m);
  served.signal('SIGTERM');
  expect(await served.exitCode).toBe(0);
});

it.each([
  [['--tls-cert', 'a.crt'], /TLS needs both/],
  [['--tls-cert', '/none.crt', '--tls-key', '/none.key'], /TLS cannot be served with \/none\.crt/],
  [['--private'], /A private gallery needs readers/],
  [['--upstream', 'http://other.example/api/v2'], /--upstream: /],
  [['--upstream-take', 'Pester'], /where --upstream points/],
  [['--private', '--upstream', 'https://other.example/api/v2'], /A private gallery needs readers/],
  [['--upstream', 'https://other.example/api/v2', '--upstream-take', 'Pester'], /add --push/],
  [['--push', '--index', 'no-such-index'], /no-such-index/],
  [['--push=nowhere'], /--push nowhere is not one of/],
  [['--static', '--push'], /A static host knows no --push/],
  [['--static', '--private'], /A static host knows no --private/],
  [['--static', '--log', 'json'], /A static host knows no --log json/],
  [['--base', 'x'], /needs a slash at both ends/],
  [['--base', '/a?b/'], /needs a slash at both ends/],
  [['--log=xml'], /--log xml is not one of text, json/],
])('does not serve with %j', async (words, message) => {
  const { code, err } = await runVerb('serve', '--port', '0', '--dir', await makeDist(), ...words);
  expect([code, err]).toEqual([2, expect.stringMatching(message)]);
});

/** Numbers that are the same in every run. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

const METHODS = ['GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'PUT', 'POST', 'DELETE', 'PATCH', 'PROPFIND'];
const KNOWN = [
  '/',
  '/v3/index.json',
  '/packages/Pester/',
  '/packages/pester',
  '/api/v2/Search()',
  '/-/health',
  '/404',
];
const PIECES = [
  '/',
  '..',
  '%2e%2e',
  '%2f',
  '%00',
  '%ff',
  '\\',
  'a',
  'v3',
  'api/v2',
  'Packages(Id=',
  "'",
  '?',
  '&',
  '=',
  '#',
  '%',
  ';',
  '$filter',
  '*',
  '.git',
  '~',
  '%E2%98%83',
  'packages/',
  'x'.repeat(500),
];
const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['accept-encoding', ['gzip', 'br;q=0.5, gzip;q=x', '*;q=0', ';,;', 'identity;q=0']],
  ['range', ['bytes=0-0', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,2-3', 'bytes=999999999999999-', 'x']],
  ['if-none-match', ['*', '"x"', 'W/"x"', '"'.repeat(50)]],
  ['if-modified-since', ['x', 'Sun, 09 Sep 2001 01:46:40 GMT', '-1']],
  ['authorization', ['Basic', 'Basic !!!!', 'Bearer x', 'Basic bWU6cGFzcw==']],
  ['x-nuget-apikey', ['x', 'psg_'.repeat(20)]],
  ['x-request-id', ['a b', 'ok-1', '\u00e4'.repeat(70)]],
  ['x-forwarded-for', ['127.0.0.1', 'x,'.repeat(200)]],
  ['accept', ['text/html', 'application/json', '*/*']],
  ['host', ['a', 'a/b', '[::1]', '@', 'a:99999', '']],
];

it('answers 10,000 requests of any kind, breaks at none, and writes nothing', async () => {
  const dist = await makeDist();
  const served = await serveProcess(['--dir', dist]);
  const before = await treeDigest(dist);
  const roll = dice(20_260_131);
  const agent = new Agent({ keepAlive: true, maxSockets: 8 });
  const pick = <T>(items: readonly T[]): T => items[roll(items.length)] as T;
  const wrong: string[] = [];
  let memory = 0;
  const ask = async () => {
    const method = pick(METHODS);
    const isKnown = roll(3) === 0;
    const path = isKnown ? pick(KNOWN) : `/${Array.from({ length: roll(6) }, () => pick(PIECES)).join('')}`;
    const headers = Object.fromEntries(
      Array.from({ length: roll(4) }, () => pick(HEADERS)).map(([name, values]) => [name, pick(values)]),
    );
    const body = roll(5) === 0 ? 'x'.repeat(roll(3000)) : undefined;
    // Node's client frames the body of some methods only when it is told to.
    if (body !== undefined) headers['content-length'] = String(body.length);
    const status = await statusOf(served, agent, { method, path, headers, body });
    if (!isRight(method, isKnown, status))
      wrong.push(`${status} ${method} ${path} ${JSON.stringify(headers)}`);
  };
  for (let round = 0; round < 1250; round++) {
    await Promise.all(Array.from({ length: 8 }, ask));
    if (round === 250) memory = residentBytes(served.pid);
  }
  for (let count = 0; count < 300; count++) {
    const bytes = Uint8Array.from({ length: roll(300) }, () => roll(256));
    const start = roll(2) === 0 ? Buffer.from('GET / HTTP/1.1\r\nHost: x\r\n') : Buffer.alloc(0);
    expect(
      await rawExchange(served.port, Buffer.concat([start, bytes, Buffer.from('\r\n\r\n\x00')])),
    ).not.toMatch(/^HTTP\/1\.1 5/);
  }
  agent.destroy();
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(await treeDigest(dist)).toBe(before);
  expect(residentBytes(served.pid) - memory).toBeLessThan(64 * 1024 * 1024);
  expect((await fetch(served.url)).status).toBe(200);
  expect(served.err()).not.toMatch(/failed|Error/);
}, 120_000);

function isRight(method: string, isKnown: boolean, status: number): boolean {
  if (['PUT', 'POST', 'DELETE', 'PATCH', 'PROPFIND'].includes(method)) return status === 405;
  if (method === 'OPTIONS') return status === 204;
  const fine = [200, 206, 301, 302, 304, 416];
  return (isKnown ? fine : [...fine, 400, 404]).includes(status);
}

async function statusOf(
  { port }: ServeProcess,
  agent: Agent,
  asked: {
    readonly method: string;
    readonly path: string;
    readonly headers: Record<string, string>;
    readonly body: string | undefined;
  },
): Promise<number> {
  const { method, path, headers, body } = asked;
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, agent, method, path, headers }, (response) => {
      response.resume();
      response.on('end', () => resolve(response.statusCode ?? 0));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

function residentBytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) * 1024;
}

async function treeDigest(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const entry of (await readdir(root, { recursive: true, withFileTypes: true })).sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const path = join(entry.parentPath, entry.name);
    hash.update(path);
    if (entry.isFile()) hash.update(await readFile(path));
  }
  return hash.digest('hex');
}
