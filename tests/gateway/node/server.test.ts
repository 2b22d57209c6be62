/** The gateway on a real port, against clients that are slow, wrong, or gone in the middle. */
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { expect, it, onTestFinished } from 'vitest';
import { createGateway } from '../../../src/gateway/gateway.ts';
import { createDiskAssets } from '../../../src/gateway/node/disk-assets.ts';
import { type GatewayServerOptions, startServer } from '../../../src/gateway/node/server.ts';
import type { GatewayParts } from '../../../src/gateway/parts.ts';
import type { GatewayLogEntry } from '../../../src/gateway/request-log.ts';
import { openFilesBelow } from '../../support/open-files.ts';
import { rawClient, rawExchange } from '../../support/raw-http.ts';
import { makeTempDir, writeTree } from '../../support/temp-dir.ts';

const BIG = Buffer.alloc(20_000_000, 'package');
const GET = 'GET /tiny.json HTTP/1.1\r\nHost: x\r\n\r\n';

async function serve(
  parts: Partial<GatewayParts> = {},
  limits: GatewayServerOptions['limits'] = {},
  options: Partial<GatewayServerOptions> = {},
) {
  const root = await makeTempDir();
  await writeTree(root, { 'index.html': '<p>home', 'tiny.json': '{}', 'big.nupkg': BIG });
  const log: GatewayLogEntry[] = [];
  const failures: unknown[] = [];
  const crowded: string[] = [];
  const gateway = createGateway({
    assets: createDiskAssets(root),
    base: '/',
    isReady: () => ({ ready: true }),
    now: Date.now,
    newRequestId: () => 'id',
    log: (entry) => log.push(entry),
    reportFailure: (error) => failures.push(error),
    ...parts,
  });
  const server = await startServer(gateway, {
    host: '127.0.0.1',
    port: 0,
    limits: { checkIntervalMs: 50, ...limits },
    reportFailure: (error) => failures.push(error),
    reportCrowd: (address, count) => crowded.push(`${address} has ${count}`),
    ...options,
  });
  onTestFinished(() => {
    server.stopNow();
    return server.stop();
  });
  return { server, root, log, failures, crowded, port: server.port, url: `http://127.0.0.1:${server.port}/` };
}

/** Reads the body to its end, and says how that went. */
const readingPush: Pick<GatewayParts, 'push'> = {
  push: async (request) => new Response(`read ${(await request.arrayBuffer()).byteLength}`, { status: 201 }),
};

it('sends the reason phrase, which is all that clients of NuGet show', async () => {
  const statusText = 'The package is refused: VERSION_MISMATCH';
  const { port } = await serve({ push: async () => new Response('why', { status: 400, statusText }) });
  const answer = await rawExchange(
    port,
    'PUT /api/v2/package HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 1\r\n\r\nx',
  );
  expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 400 The package is refused: VERSION_MISMATCH');
});

it('answers many requests on one connection, each with its length', async () => {
  const { port } = await serve();
  const answers = await rawExchange(port, GET + GET + GET.replace('Host', 'Connection: close\r\nHost'));
  expect(answers.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
  expect(answers.match(/content-length: 2\r\n/gi)).toHaveLength(3);
  expect(answers).not.toMatch(/transfer-encoding/i);
});

it.each([
  ['what comes after a request is no request', `${GET}\x16\x03 garbage\r\n\r\n`, /400 Bad Request/],
  ['TLS on a port without it', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc', /400 Bad Request/],
  ['no host is named', 'GET / HTTP/1.1\r\n\r\n', /400 Bad Request/],
  ['headers are huge', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'a'.repeat(40_000)}\r\n\r\n`, /431 /],
  ['the address is huge', `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, /431 /],
  [
    'two lengths disagree',
    'PUT /api/v2/package HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx',
    /400 Bad Request/,
  ],
  [
    'a length and chunks are both named',
    'PUT /api/v2/package HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    /400 Bad Request/,
  ],
  [
    'a length is no number',
    'PUT /api/v2/package HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
    /400 Bad Request/,
  ],
  ['a header hides a line break', 'GET / HTTP/1.1\r\nHost: x\r\nA: b\nX\r\n\r\n', /400 Bad Request/],
  ['the method is TRACE', 'TRACE / HTTP/1.1\r\nHost: x\r\n\r\n', /405 Method Not Allowed/],
  ['the method is CONNECT', 'CONNECT a:1 HTTP/1.1\r\nHost: x\r\n\r\n', /^$/],
])('closes the connection when %s', async (_, bytes, answer) => {
  const { port, url } = await serve(readingPush);
  expect(await rawExchange(port, Buffer.from(bytes, 'latin1'))).toMatch(answer);
  expect((await fetch(url)).status).toBe(200);
});

it.each([
  ['/../../../../etc/passwd', 404],
  ['/%2e%2e/%2e%2e/etc/passwd', 404],
  ['//etc/passwd', 404],
  ['/a%00b', 400],
  ['/\\..\\..\\etc\\passwd', 404],
  ['http://elsewhere.example/tiny.json', 200],
  ['*', 200],
])('answers the request line %s with %i', async (target, status) => {
  const { port } = await serve();
  const answer = await rawExchange(port, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
  expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});

it('cuts a client that sends its headers a byte at a time', async () => {
  const { port } = await serve({}, { headersTimeoutMs: 300 });
  const client = rawClient(port);
  client.send('GET / HTTP/1.1\r\nHost: x\r\nA: ');
  const drip = setInterval(() => client.send('a'), 20);
  expect(await client.closed).toContain('408 Request Timeout');
  clearInterval(drip);
});

it('cuts a client that sends nothing at all', async () => {
  const { port } = await serve({}, { headersTimeoutMs: 300 });
  await rawClient(port).closed;
});

it('cuts a client that sends its body a byte at a time', async () => {
  const { port, failures } = await serve(readingPush, { headersTimeoutMs: 200, requestTimeoutMs: 400 });
  const client = rawClient(port);
  client.send('PUT /api/v2/package HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n');
  const drip = setInterval(() => client.send('a'), 20);
  await client.closed;
  clearInterval(drip);
  await expect.poll(() => failures).toHaveLength(1);
});

it('cuts a client that stops reading, and closes the file', async () => {
  const { port, root, log } = await serve({}, { idleTimeoutMs: 300 });
  const client = rawClient(port);
  client.socket.pause();
  client.send('GET /big.nupkg HTTP/1.1\r\nHost: x\r\n\r\n');
  await expect.poll(() => log).toHaveLength(1);
  expect(log[0]).toMatchObject({ status: 200, isWhole: false });
  await expect.poll(() => openFilesBelow(root)).toBe(0);
  client.socket.destroy();
});

it('cuts a client that takes its answer a little at a time', async () => {
  const { port, root, log } = await serve({}, { answerTimeoutMs: 400 });
  const client = rawClient(port);
  client.socket.pause();
  client.send('GET /big.nupkg HTTP/1.1\r\nHost: x\r\n\r\n');
  const drip = setInterval(() => client.socket.read(1000), 20);
  await expect.poll(() => log).toHaveLength(1);
  clearInterval(drip);
  expect(log[0]?.isWhole).toBe(false);
  await expect.poll(() => openFilesBelow(root)).toBe(0);
  client.socket.destroy();
});

it('closes the files of clients that leave in the middle', async () => {
  const { port, url, root, log, failures } = await serve();
  for (let at = 0; at < 20; at++) {
    const client = rawClient(port);
    client.send('GET /big.nupkg HTTP/1.1\r\nHost: x\r\n\r\n');
    await once(client.socket, 'data');
    client.socket.resetAndDestroy();
  }
  await expect.poll(() => log).toHaveLength(20);
  expect(log.every(({ isWhole }) => !isWhole)).toBe(true);
  await expect.poll(() => openFilesBelow(root)).toBe(0);
  expect(failures).toEqual([]);
  expect((await (await fetch(`${url}big.nupkg`)).arrayBuffer()).byteLength).toBe(BIG.byteLength);
});

it('closes the file behind an answer whose client left while it was made', async () => {
  const gone = Promise.withResolvers<void>();
  const made = Promise.withResolvers<void>();
  const { port, root } = await serve({
    v3: async (request) => {
      await gone.promise;
      const response = await createDiskAssets(root).respond(request, 'big.nupkg');
      made.resolve();
      return response;
    },
  });
  const client = connect(port, '127.0.0.1', () => {
    client.write('GET /v3/anything HTTP/1.1\r\nHost: x\r\n\r\n', () => client.resetAndDestroy());
  });
  await once(client, 'close');
  await sleep(50);
  gone.resolve();
  await made.promise;
  await expect.poll(() => openFilesBelow(root)).toBe(0);
});

it('tells a part when its client left before the end of the body', async () => {
  const { port, failures } = await serve(readingPush);
  const client = rawClient(port);
  client.send('PUT /api/v2/package HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nonly this');
  await sleep(50);
  client.socket.destroy();
  await expect.poll(() => failures).toHaveLength(1);
});

it.each([
  ['closes its side', (socket: Socket) => socket.end()],
  ['breaks the connection', (socket: Socket) => socket.resetAndDestroy()],
])('tells whoever answers a push that its client is gone when that %s', async (_, leave) => {
  const signals: AbortSignal[] = [];
  const gone = Promise.withResolvers<void>();
  const push: GatewayParts['push'] = async ({ signal }) => {
    signals.push(signal);
    signal.addEventListener('abort', () => gone.resolve());
    await gone.promise;
    return new Response();
  };
  const { port } = await serve({ push });
  const client = rawClient(port);
  client.send('DELETE /api/v2/package/A/1.0.0 HTTP/1.1\r\nHost: x\r\n\r\n');
  await expect.poll(() => signals).toHaveLength(1);
  expect(signals[0]?.aborted).toBe(false);
  leave(client.socket);
  await gone.promise;
});

it('tells nobody that a client is gone who has its answer', async () => {
  const signals: AbortSignal[] = [];
  const push: GatewayParts['push'] = async ({ signal }) => {
    signals.push(signal);
    return new Response(null, { status: 204 });
  };
  const { port } = await serve({ push });
  await rawExchange(port, 'DELETE /api/v2/package/A/1.0.0 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
});

it('keeps so many connections of one address, and answers on them', async () => {
  const { port, crowded } = await serve({}, { maxConnectionsEach: 2 });
  const kept = [rawClient(port), rawClient(port)];
  for (const client of kept) client.send(GET);
  for (const client of kept) await expect.poll(() => client.received()).toContain('200 OK');
  expect(await rawExchange(port, GET)).toBe('');
  expect(crowded).toEqual(['127.0.0.1 has 2']);
  kept[0]?.socket.destroy();
  await expect
    .poll(() => rawExchange(port, GET.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')))
    .toContain('200 OK');
});

it('does not count those of a proxy that it trusts', async () => {
  const { port } = await serve({}, { maxConnectionsEach: 1 }, { trustsProxy: true });
  const clients = [rawClient(port), rawClient(port), rawClient(port)];
  for (const client of clients) client.send(GET);
  for (const client of clients) await expect.poll(() => client.received()).toContain('200 OK');
});

it('reads bodies of any framing to their end', async () => {
  const { url } = await serve(readingPush);
  const whole = await fetch(`${url}api/v2/package`, { method: 'PUT', body: BIG });
  expect([whole.status, await whole.text()]).toEqual([201, `read ${BIG.byteLength}`]);
  const body = new Blob(['a'.repeat(100_000)]).stream();
  const chunked = await fetch(`${url}api/v2/package`, {
    method: 'POST',
    body,
    duplex: 'half',
  } as RequestInit);
  expect(await chunked.text()).toBe('read 100000');
  const empty = await fetch(`${url}api/v2/package/a/1.0.0`, { method: 'DELETE' });
  expect(await empty.text()).toBe('read 0');
});

it('answers before a body is sent when its client asks first', async () => {
  const { port } = await serve({ push: async () => new Response('no', { status: 401 }) });
  const answer = await rawExchange(
    port,
    'PUT /api/v2/package HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1000000\r\n\r\n',
  );
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});

it('asks for the body when somebody wants it', async () => {
  const { port } = await serve(readingPush);
  const client = rawClient(port);
  client.send('PUT /api/v2/package HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n');
  await expect.poll(client.received).toBe('HTTP/1.1 100 Continue\r\n\r\n');
  client.send('body');
  expect(await client.closed).toMatch(/201 Created.*read 4$/s);
});

it('lets a client that is refused finish sending, so that it reads why', async () => {
  const { url } = await serve();
  const refused = await fetch(`${url}api/v2/package`, { method: 'PUT', body: BIG });
  expect([refused.status, (await refused.text()).slice(0, 31)]).toEqual([
    405,
    'This gallery takes no packages ',
  ]);
  expect((await fetch(url)).status).toBe(200);
});

it.each([
  ['that does not end', { discardedBytes: 1_000_000 }],
  ['for which it waits too long', { discardedMs: 300 }],
])('cuts a body that nobody reads, %s', async (_, limits) => {
  const { port } = await serve({}, limits);
  const client = rawClient(port);
  client.send('PUT / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n');
  const flood = setInterval(() => client.send(`10000\r\n${'a'.repeat(65_536)}\r\n`), 10);
  expect(await client.closed).toContain('405 This gallery takes no packages');
  clearInterval(flood);
});

it('cuts an answer whose source fails, rather than to end it as if it were whole', async () => {
  const v2 = async () => {
    let count = 0;
    const body = new ReadableStream({
      pull: (controller) =>
        count++ < 3 ? controller.enqueue(new Uint8Array(10)) : controller.error(new Error('broken')),
    });
    return new Response(body);
  };
  const { url, failures } = await serve({ v2 });
  await expect(fetch(`${url}api/v2/`).then((response) => response.text())).rejects.toThrow();
  expect(failures).toEqual([new Error('broken')]);
  expect((await fetch(url)).status).toBe(200);
});

it('compresses what other parts answer', async () => {
  const text = '<feed/>'.repeat(1000);
  const v2 = async (_: Request, path: string) =>
    new Response(path === '' ? text : '<feed/>', {
      headers: { 'Content-Type': 'application/atom+xml', ETag: '"a"' },
    });
  const { url } = await serve({ v2 });
  const get = (path: string) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { 'accept-encoding': 'gzip' };
      httpRequest(url + path, { headers }, resolve)
        .on('error', reject)
        .end();
    });
  const whole = await get('api/v2/');
  const chunks = await whole.toArray();
  expect(gunzipSync(Buffer.concat(chunks)).toString()).toBe(text);
  expect(whole.headers).toMatchObject({ 'content-encoding': 'gzip', etag: 'W/"a"', vary: 'Accept-Encoding' });
  expect(whole.headers['content-length']).toBe(String(Buffer.concat(chunks).byteLength));
  const small = await get('api/v2/x');
  expect([small.headers['content-encoding'], small.headers['content-length']]).toEqual([undefined, '7']);
  small.resume();
});

it('finishes what goes on when it is told to stop, and takes nothing new', async () => {
  const [begun, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const { server, port, url } = await serve({
    v2: async () => {
      begun.resolve();
      await gate.promise;
      return new Response('finished');
    },
  });
  const idle = rawClient(port);
  idle.send(GET);
  await once(idle.socket, 'data');
  const running = fetch(`${url}api/v2/`);
  await begun.promise;
  const stopped = server.stop();
  await idle.closed;
  await expect(fetch(url)).rejects.toThrow();
  gate.resolve();
  const response = await running;
  expect([await response.text(), response.headers.get('connection')]).toEqual(['finished', 'close']);
  await stopped;
});

it('cuts what is not finished in the time for it', async () => {
  const begun = Promise.withResolvers<void>();
  const v2 = () => {
    begun.resolve();
    return new Promise<Response>(() => {});
  };
  const { server, port } = await serve({ v2 }, { stopMs: 200 });
  const client = rawClient(port);
  client.send('GET /api/v2/ HTTP/1.1\r\nHost: x\r\n\r\n');
  await begun.promise;
  await server.stop();
  expect(await client.closed).toBe('');
});

it('tells a port that is taken by throwing what the system says', async () => {
  const { port } = await serve();
  const gateway = createGateway({
    assets: createDiskAssets(await makeTempDir()),
    base: '/',
    isReady: () => ({ ready: true }),
    now: Date.now,
    newRequestId: () => 'id',
  });
  await expect(startServer(gateway, { host: '127.0.0.1', port })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
