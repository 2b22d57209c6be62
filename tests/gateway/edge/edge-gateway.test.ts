/** The gateway of a worker without the platform: what it is put together from, and what it says when that cannot be. */
import { beforeEach, expect, it } from 'vitest';
import { type EdgeVariables, openEdgeGateway } from '../../../src/gateway/edge/edge-gateway.ts';
import type { Gateway } from '../../../src/gateway/parts.ts';
import { type AssetStandIn, standInAssets } from '../../support/asset-stand-in.ts';
import { catalogueBytes } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';

const CATALOGUE = 'api/catalogue.jsonl';
let timeMs: number;
let lines: string[];
let errors: string[];
let assets: AssetStandIn;
let gateway: Gateway;

beforeEach(() => {
  [timeMs, lines, errors] = [0, [], []];
  assets = standInAssets({ [CATALOGUE]: catalogue('Contoso.Tools') });
  gateway = open({ ASSETS: assets });
});

function catalogue(...ids: string[]) {
  return catalogueBytes(makeGallery(ids.map((id) => ({ id }))));
}

function open(variables: EdgeVariables): Gateway {
  return openEdgeGateway(variables, {
    now: () => timeMs,
    newRequestId: () => 'id-1',
    keepAlive: () => {},
    print: (line) => lines.push(line),
    printError: (line) => errors.push(line),
  });
}

function ask(path: string, init: RequestInit = {}): Promise<Response> {
  return gateway.fetch(new Request(`https://gallery.example${path}`, init));
}

const search = async () => (await (await ask('/v3/autocomplete.json')).json()) as { readonly data: object };

it('answers queries from what is deployed, half a minute later at most', async () => {
  expect((await search()).data).toEqual(['Contoso.Tools']);
  assets.place(CATALOGUE, catalogue('Contoso.Tools', 'Fabrikam.Base'));
  timeMs += 30_000;
  expect((await search()).data).toEqual(['Contoso.Tools', 'Fabrikam.Base']);
  expect(await (await ask('/api/v2/Packages/$count')).text()).toBe('2');
});

it('goes on answering and tells its log when the new catalogue is broken', async () => {
  await search();
  assets.place(CATALOGUE, 'broken');
  timeMs += 30_000;
  expect((await search()).data).toEqual(['Contoso.Tools']);
  expect(errors).toHaveLength(1);
  expect(JSON.parse(errors[0] ?? '')).toEqual({ error: expect.stringContaining('the new catalogue failed') });
});

it('asks for no catalogue where none is needed', async () => {
  assets.place('v3/index.json', '{}');
  for (const path of ['/v3/index.json', '/-/health', '/-/ready', '/none']) await (await ask(path)).text();
  expect(assets.asked.join()).not.toContain(CATALOGUE);
});

it('tells the log alone what failed', async () => {
  assets.place(CATALOGUE, undefined);
  const response = await ask('/v3/search.json');
  expect([response.status, await response.text()]).toEqual([
    500,
    'The gallery failed to answer. The id of this request is id-1.\n',
  ]);
  expect(errors.join()).toContain('There is no api/catalogue.jsonl among the assets');
});

it.each([
  [undefined, /by a request in its repository/],
  ['https://push.example/', /push them to https:\/\/push\.example\//],
])('tells whoever pushes, with PUSH_URL %s, where packages are taken', async (url, text) => {
  gateway = open({ ASSETS: assets, ...(url !== undefined && { PUSH_URL: url }) });
  const response = await ask('/api/v2/package', { method: 'PUT', body: 'x' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  expect(await response.text()).toMatch(text);
});

it('writes a line a request only when it is told to', async () => {
  await search();
  expect(lines).toEqual([]);
  gateway = open({ ASSETS: assets, LOG: 'json' });
  await search();
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    id: 'id-1',
    path: '/v3/autocomplete.json',
    status: 200,
  });
});

it.each([
  ['BASE', { BASE: 'repo' }],
  ['READ_KEY_SHA256', { READ_KEY_SHA256: 'hunter2' }],
])('answers nothing while %s is of no use', async (name, variables) => {
  gateway = open({ ASSETS: assets, ...variables });
  const response = await ask('/v3/autocomplete.json');
  expect([response.status, response.headers.get('cache-control')]).toEqual([500, 'no-store']);
  expect(errors.join()).toContain(name);
  expect(errors.join()).not.toContain('hunter2');
  expect(assets.asked).toEqual([]);
});

it('answers nothing without files', async () => {
  gateway = open({});
  expect((await ask('/')).status).toBe(500);
  expect(errors.join()).toContain('no binding ASSETS');
});
