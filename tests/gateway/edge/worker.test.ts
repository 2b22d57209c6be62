/** The edge worker under workerd, beside the gateway under Node over the same folder: whoever asks cannot tell which answered. */
import { createHash } from 'node:crypto';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGateway } from '../../../src/gateway/gateway.ts';
import { openCatalogueSource } from '../../../src/gateway/node/catalogue-source.ts';
import { createDiskAssets } from '../../../src/gateway/node/disk-assets.ts';
import type { Gateway, GatewayParts } from '../../../src/gateway/parts.ts';
import { createReaderCheck } from '../../../src/gateway/reader-keys.ts';
import { createScanTurns } from '../../../src/gateway/scan-turns.ts';
import { v2Answers } from '../../../src/gateway/v2/v2-answers.ts';
import { v3Answers } from '../../../src/gateway/v3/v3-answers.ts';
import { buildSamples, SAMPLES_URL } from '../../support/build-samples.ts';
import {
  bundleWorker,
  type EdgeWorker,
  startEdgeWorker,
  type WorkerBundle,
} from '../../support/edge-worker.ts';
import { catalogueBytes } from '../../support/gateway-catalogue.ts';
import fc from '../../support/laws.ts';
import { makeGallery } from '../../support/make-gallery.ts';
import { readTree } from '../../support/read-tree.ts';
import { makeLastingTempDir, removeTempDir } from '../../support/temp-dir.ts';

const { origin: ORIGIN, pathname: BASE } = new URL(SAMPLES_URL);
const SECRET = 'correct-horse-battery-staple';
const PUSH_URL = 'https://push.example/gallery/';
const BLOB = 'v3/flatcontainer/quill.text/1.1.0/quill.text.1.1.0.nupkg';
const MAX_BUNDLE_BYTES = 300_000;

let folder: string;
let dist: string;
let bundle: WorkerBundle;
let worker: EdgeWorker;
let node: Gateway;

beforeAll(async () => {
  folder = await makeLastingTempDir();
  [dist, bundle] = await Promise.all([buildSamples(folder), bundleWorker()]);
  await writeFile(join(dist, '404.html'), '<p>not here');
  worker = await startEdgeWorker(bundle, { assets: dist, vars: { BASE, PUSH_URL }, origin: ORIGIN });
  node = underNode();
});

afterAll(async () => {
  await worker?.close();
  await removeTempDir(folder);
});

function underNode(parts: Partial<GatewayParts> = {}): Gateway {
  const assets = createDiskAssets(dist);
  const { current: catalogue } = openCatalogueSource({ root: dist, now: Date.now, onFailure: () => {} });
  const turns = createScanTurns(Date.now);
  return createGateway({
    assets,
    base: BASE,
    v2: v2Answers({ catalogue, assets, turns }),
    v3: v3Answers({ catalogue, assets, takesPushes: false, turns }),
    canonicalId: async (id) => (await catalogue()).byKey.get(id.toLowerCase())?.id,
    pushAdvice: `This gallery takes no packages at this address; push them to ${PUSH_URL}`,
    isReady: () => ({ ready: true }),
    now: Date.now,
    newRequestId: () => 'none',
    ...parts,
  });
}

/** All that a client goes by, but for the ETag, which each makes in its own way. */
const COMPARED_HEADERS = [
  'accept-ranges',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'allow',
  'cache-control',
  'content-range',
  'content-type',
  'dataserviceversion',
  'location',
  'www-authenticate',
  'x-content-type-options',
  'x-request-id',
];

async function answerOf(response: Response) {
  const headers = COMPARED_HEADERS.map((name) => [name, response.headers.get(name)] as const);
  const body = new Uint8Array(await response.arrayBuffer());
  return {
    status: response.status,
    headers: Object.fromEntries(headers.filter(([, value]) => value !== null)),
    // Long bodies that differ are no use in a report, a text is.
    body: new TextDecoder('latin1').decode(body),
  };
}

async function askBoth(
  path: string,
  init: RequestInit = {},
  both: { edge: EdgeWorker; node: Gateway } = { edge: worker, node },
) {
  const asked = { ...init, headers: { 'x-request-id': 'same', ...init.headers } };
  const [edge, disk] = await Promise.all([
    both.edge.fetch(path, asked).then(answerOf),
    both.node.fetch(new Request(new URL(path, ORIGIN), asked)).then(answerOf),
  ]);
  return { edge, disk };
}

const V2 = 'api/v2/';

type Asked = readonly [method: string, path: string, status: number, headers: Record<string, string>];

const REQUESTS: readonly Asked[] = (
  [
    ['GET', 'v3/index.json', 200],
    ['HEAD', 'v3/index.json', 200],
    ['GET', 'v3/registration/quill.text/index.json', 200],
    ['GET', 'v3/registration/Quill.Text/index.json', 404],
    ['GET', 'v3/flatcontainer/quill.text/index.json', 200],
    ['GET', BLOB, 200],
    ['HEAD', BLOB, 200],
    ['GET', BLOB, 206, { range: 'bytes=0-99' }],
    ['GET', BLOB, 206, { range: 'bytes=-10' }],
    ['GET', BLOB, 206, { range: 'bytes=100-' }],
    ['GET', BLOB, 416, { range: 'bytes=99999999-' }],
    ['GET', BLOB, 200, { range: 'bytes=0-1,4-5' }],
    ['GET', BLOB, 200, { range: 'bytes=0-1', 'if-range': '"other"' }],
    ['HEAD', BLOB, 200, { range: 'bytes=0-1' }],
    ['GET', BLOB, 304, { 'if-none-match': '*' }],
    ['GET', BLOB, 200, { 'if-none-match': '"other"' }],
    ['GET', 'v3/search.json', 200],
    ['GET', 'v3/search.json?q=quill&skip=1&take=2&prerelease=true&semVerLevel=2.0.0', 200],
    ['GET', 'v3/search.json?q=tag:markdown', 200],
    ['GET', 'v3/search.json?q=quality:%3E3', 400],
    ['HEAD', 'v3/search.json?q=quill', 200],
    ['GET', 'v3/autocomplete.json?q=qui', 200],
    ['GET', 'v3/autocomplete.json?id=quill.text&prerelease=true', 200],
    ['GET', V2, 200],
    ['GET', 'api/v2', 200],
    ['GET', `${V2}$metadata`, 200],
    ['GET', `${V2}Packages`, 200],
    ['HEAD', `${V2}Packages`, 200],
    ['GET', `${V2}Packages?$filter=Id eq 'Quill.Text'&$orderby=Version desc&$top=1`, 200],
    ['GET', `${V2}Packages?$filter=Id qe 'x'`, 400],
    ['GET', `${V2}Packages?$inlinecount=allpages&$select=Id,Version`, 200, { accept: 'application/json' }],
    ['GET', `${V2}Packages/$count`, 200],
    ['GET', `${V2}Packages(Id='Quill.Text',Version='1.1.0')`, 200],
    ['GET', `${V2}Packages(Id='Quill.Text',Version='9.9.9')`, 404],
    ['GET', `${V2}FindPackagesById()?id='quill.text'`, 200],
    [
      'GET',
      `${V2}FindPackagesById()?id=%27quill.text%27&$skip=1`,
      200,
      { accept: 'application/json;odata=verbose' },
    ],
    ['GET', `${V2}Search()?searchTerm='quill'&includePrerelease=true&$filter=IsAbsoluteLatestVersion`, 200],
    [
      'GET',
      `${V2}GetUpdates()?packageIds='Quill.Text'&versions='1.0.0'&includePrerelease=false&includeAllVersions=true`,
      200,
    ],
    ['GET', `${V2}package/Quill.Text/1.1.0`, 200],
    ['GET', `${V2}package/Quill.Text`, 200],
    ['GET', `${V2}package/Nobody/1.0.0`, 404],
    ['GET', `${V2}package-ids?partialId=quill`, 200],
    ['GET', `${V2}items/psscript/Search()?searchTerm=''`, 200],
    ['GET', `${V2}Nothing()`, 404],
    ['GET', 'PACKAGES/QUILL.TEXT/', 302],
    ['GET', 'none', 404],
    ['GET', 'none', 404, { accept: 'text/html,*/*;q=0.8' }],
    ['GET', 'a%00b', 400],
    ['GET', '%ff', 400],
    ['GET', '.nojekyll', 404],
    ['GET', 'v3//index.json', 404],
    ['GET', 'v3/%2e%2e/v3/index.json', 200],
    ['GET', 'v3/..%2findex.json', 404],
    ['GET', '-/health', 200],
    ['GET', '-/ready', 200],
    ['OPTIONS', 'v3/index.json', 204],
    ['PUT', `${V2}package`, 405],
    ['DELETE', `${V2}package/Quill.Text/1.1.0`, 405],
    ['POST', '-/health', 405],
  ] as const satisfies readonly (readonly [string, string, number, Record<string, string>?])[]
).map(([method, path, status, headers = {}]) => [method, path, status, headers]);

describe('the worker and the gateway under Node', () => {
  it.each(REQUESTS)('answer %s %s alike: %i', async (method, path, status, headers) => {
    const { edge, disk } = await askBoth(BASE + path, { method, headers });
    expect(edge).toEqual(disk);
    expect(edge.status).toBe(status);
  });

  it.each(['/', '/my.repo', '/my.rep', '/-/health', '//my.repo/', '/my.repo/../../etc/passwd'])(
    'answer %s, beside the gallery or at its edge, alike',
    async (path) => {
      const { edge, disk } = await askBoth(path);
      expect(edge).toEqual(disk);
    },
  );

  it('give every file of the gallery with the same bytes and type', async () => {
    const files = [...(await readTree(dist)).keys()];
    expect(files.length).toBeGreaterThan(100);
    for (const file of files) {
      const path = BASE + file.split('/').map(encodeURIComponent).join('/');
      const { edge, disk } = await askBoth(path);
      expect(edge, file).toEqual(disk);
    }
  });

  it('answer any address alike', async () => {
    const piece = fc.constantFrom(
      ...[
        'v3',
        'index.json',
        'api',
        'v2',
        'Packages',
        'packages',
        'quill.text',
        'Search()',
        'search.json',
        '404',
      ],
      ...[
        '',
        '.',
        '..',
        '%2e%2e',
        '%2F',
        '%5c',
        '%00',
        '%',
        '%C3%A4',
        '%ED%A0%80',
        'ä',
        '+',
        ' ',
        ';',
        '@',
        ':',
        '*',
        '~',
      ],
    );
    const address = fc.array(
      fc.array(piece, { minLength: 1, maxLength: 2 }).map((some) => some.join('')),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(
        address,
        fc.constantFrom('', '?', '?q=quill', '?$filter=true', '?%'),
        async (segments, query) => {
          const { edge, disk } = await askBoth(BASE + segments.join('/') + query);
          expect(edge).toEqual(disk);
          expect(edge.status).toBeLessThan(500);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('the worker', () => {
  it('gives the bytes of a package as they were built', async () => {
    const response = await worker.fetch(BASE + BLOB);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(
      new Uint8Array(await readFile(join(dist, BLOB))),
    );
  });

  it('sends a file no second time to whoever has it', async () => {
    const first = await worker.fetch(BASE + BLOB);
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[^"]+"$/);
    await first.arrayBuffer();
    for (const held of [etag, `W/${etag}`, `"a", ${etag}`]) {
      const again = await worker.fetch(BASE + BLOB, { headers: { 'if-none-match': held } });
      expect([again.status, await again.text()], held).toEqual([304, '']);
    }
    const part = await worker.fetch(BASE + BLOB, { headers: { range: 'bytes=0-3', 'if-range': etag } });
    expect([part.status, await part.text()]).toEqual([206, 'PK\u0003\u0004']);
  });

  it('answers a query no second time while the catalogue is the same', async () => {
    for (const path of ['v3/search.json?q=quill', 'api/v2/Packages']) {
      const first = await worker.fetch(BASE + path);
      await first.arrayBuffer();
      const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
      expect((await worker.fetch(BASE + path, { headers })).status, path).toBe(304);
    }
  });

  it('tells whoever pushes where packages are taken', async () => {
    const response = await worker.fetch(`${BASE}api/v2/package`, { method: 'PUT', body: 'x' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
    expect(await response.text()).toContain(PUSH_URL);
  });

  it('writes nothing into its log unless it is told to', async () => {
    const logging = await startEdgeWorker(bundle, {
      assets: dist,
      vars: { BASE, LOG: 'json' },
      origin: ORIGIN,
    });
    try {
      await (await logging.fetch(`${BASE}v3/search.json?q=x&apikey=hunter2`)).text();
      await expect.poll(() => logging.lines.length).toBe(1);
      expect(JSON.parse(logging.lines[0] ?? '')).toMatchObject({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        method: 'GET',
        path: `${BASE}v3/search.json?q=x&apikey=***`,
        status: 200,
      });
    } finally {
      await logging.close();
    }
    expect(worker.lines).toEqual([]);
  });

  it('answers from the catalogue of the next deployment', async () => {
    const other = join(folder, 'other');
    await cp(dist, other, { recursive: true });
    const redeployed = await startEdgeWorker(bundle, { assets: other, vars: { BASE }, origin: ORIGIN });
    const ids = async () =>
      (await (await redeployed.fetch(`${BASE}v3/autocomplete.json?q=`)).json()) as {
        readonly totalHits: number;
      };
    try {
      expect((await ids()).totalHits).toBeGreaterThan(5);
      await writeFile(join(other, 'api/catalogue.jsonl'), catalogueBytes(makeGallery([{ id: 'Only.One' }])));
      await redeployed.redeploy();
      expect(await ids()).toEqual({ totalHits: 1, data: ['Only.One'] });
    } finally {
      await redeployed.close();
    }
  });
});

describe('a private gallery', () => {
  const reading = (value: string) => ({ authorization: value });
  let edge: EdgeWorker;
  let disk: Gateway;

  beforeAll(async () => {
    const vars = {
      BASE,
      READ_KEY_SHA256: `${sha256(SECRET)}, ${sha256('another')}`,
      LOG: 'json',
    };
    edge = await startEdgeWorker(bundle, { assets: dist, vars, origin: ORIGIN });
    disk = underNode({ isReader: await createReaderCheck([{ name: 'reader-1', secret: SECRET }]) });
  });
  afterAll(() => edge?.close());

  it.each([
    ['nothing', 401, {}],
    ['a wrong key', 401, reading(`Basic ${btoa('any:wrong')}`)],
    ['the hash of the key', 401, reading(`Bearer ${sha256(SECRET)}`)],
    ['an unknown scheme', 401, reading('Digest x')],
    ['a broken header', 401, reading('Basic')],
    ['the key as a password', 200, reading(`Basic ${btoa(`any:${SECRET}`)}`)],
    ['the key as a token', 200, reading(`Bearer ${SECRET}`)],
    ['the key as that of NuGet', 200, { 'x-nuget-apikey': SECRET }],
  ])('answers to %s as under Node: %i', async (_, status, headers) => {
    for (const path of [BLOB, 'v3/search.json?q=quill', 'api/v2/Packages', 'api/catalogue.jsonl']) {
      const both = await askBoth(BASE + path, { headers }, { edge, node: disk });
      expect(both.edge, path).toEqual(both.disk);
      expect(both.edge.status, path).toBe(status);
    }
  });

  it('tells its log who read by a number alone', async () => {
    const from = edge.lines.length;
    await (await edge.fetch(`${BASE}v3/index.json`, { headers: reading('Bearer another') })).text();
    await expect.poll(() => edge.lines.length).toBeGreaterThan(from);
    expect(JSON.parse(edge.lines.at(-1) ?? '')).toMatchObject({ key: 'reader-2', status: 200 });
    expect(edge.lines.join()).not.toContain(SECRET);
  });

  it('is closed to all when its keys are of no use', async () => {
    const closed = await startEdgeWorker(bundle, {
      assets: dist,
      vars: { BASE, READ_KEY_SHA256: '' },
      origin: ORIGIN,
    });
    try {
      const response = await closed.fetch(`${BASE}v3/index.json`);
      expect([response.status, response.headers.get('cache-control')]).toEqual([500, 'no-store']);
      await expect.poll(() => closed.lines.join()).toContain('READ_KEY_SHA256');
    } finally {
      await closed.close();
    }
  });
});

describe('a catalogue that is slow to come', () => {
  const CATALOGUE = '/api/catalogue.jsonl';
  let gate: PromiseWithResolvers<void>;
  let asked: string[];
  let edge: EdgeWorker;

  beforeAll(async () => {
    const bytes = catalogueBytes(makeGallery([{ id: 'Contoso.Tools' }]));
    edge = await startEdgeWorker(bundle, {
      assets: async (request) => {
        const { pathname } = new URL(request.url);
        asked.push(pathname);
        if (pathname !== CATALOGUE) return new Response(null, { status: 404 });
        await gate.promise;
        return new Response(bytes, { headers: { etag: '"a"' } });
      },
      origin: ORIGIN,
    });
  });
  afterAll(() => edge?.close());

  it('is asked for once by all who wait, though the first of them leaves', async () => {
    [gate, asked] = [Promise.withResolvers(), []];
    const leaving = new AbortController();
    const left = edge.fetch('/v3/search.json', { signal: leaving.signal }).catch(() => 'left');
    await expect.poll(() => asked).toEqual([CATALOGUE]);
    leaving.abort();
    expect(await left).toBe('left');
    const waiting = Array.from({ length: 20 }, () => edge.fetch('/v3/search.json').then(statusOf));
    expect(await (await edge.fetch('/-/health')).text()).toContain('ok');
    gate.resolve();
    expect(new Set(await Promise.all(waiting))).toEqual(new Set([200]));
    expect(asked).toEqual([CATALOGUE]);
  });
});

describe('the script of the worker', () => {
  it('reaches nothing of Node', () => {
    const files = Object.entries(bundle.inputs);
    const nodes = files.flatMap(([file, { imports }]) =>
      imports.filter(({ path }) => path.startsWith('node:')).map(({ path }) => `${file}: ${path}`),
    );
    expect(nodes).toEqual([]);
    expect(files.map(([file]) => file).filter((file) => file.includes('/node/'))).toEqual([]);
    expect(bundle.script).not.toMatch(
      /\bBuffer\.(?:from|alloc)\b|\bprocess\.(?:env|versions|cwd)\b|\brequire\(/,
    );
  });

  it(`has at most ${MAX_BUNDLE_BYTES} bytes before it is made smaller`, () => {
    expect(bundle.script.length).toBeLessThan(MAX_BUNDLE_BYTES);
  });
});

async function statusOf(response: Response): Promise<number> {
  await response.arrayBuffer();
  return response.status;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
