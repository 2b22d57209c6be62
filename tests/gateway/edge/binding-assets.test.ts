import { expect, it } from 'vitest';
import { createBindingAssets } from '../../../src/gateway/edge/binding-assets.ts';
import { standInAssets } from '../../support/asset-stand-in.ts';

const TEXT = 'x'.repeat(2000);
const FILES = { 'a/b.nupkg': '0123456789', 'a.json': TEXT, 'api/v2/Search()': '<feed/>' };

async function ask(path: string, init: RequestInit = {}) {
  const request = new Request('https://gallery.example/any', init);
  const response = await createBindingAssets(standInAssets(FILES)).respond(request, path);
  return response && { status: response.status, headers: response.headers, text: await response.text() };
}

it.each([
  ['GET', {}, 200, '0123456789', null],
  ['HEAD', {}, 200, '', null],
  ['GET', { range: 'bytes=2-4' }, 206, '234', 'bytes 2-4/10'],
  ['GET', { range: 'bytes=-3' }, 206, '789', 'bytes 7-9/10'],
  ['GET', { range: 'bytes=10-' }, 416, '', 'bytes */10'],
  ['GET', { range: 'lines=1-2' }, 200, '0123456789', null],
  ['HEAD', { range: 'bytes=2-4' }, 200, '', null],
  ['GET', { range: 'bytes=2-4', 'if-range': '"etag-1"' }, 206, '234', 'bytes 2-4/10'],
  ['GET', { range: 'bytes=2-4', 'if-range': '"old"' }, 200, '0123456789', null],
  ['GET', { range: 'bytes=2-4', 'if-none-match': '"etag-1"' }, 304, '', null],
  ['GET', { 'if-none-match': '"etag-1"' }, 304, '', null],
  ['HEAD', { 'if-none-match': '"old", W/"etag-1"' }, 304, '', null],
  ['GET', { 'if-none-match': '"old"' }, 200, '0123456789', null],
  ['GET', { 'if-modified-since': 'Fri, 01 Jan 2100 00:00:00 GMT' }, 200, '0123456789', null],
])('answers %s with %o by %i', async (method, headers, status, text, contentRange) => {
  const answer = await ask('a/b.nupkg', { method, headers });
  expect([answer?.status, answer?.text, answer?.headers.get('content-range')]).toEqual([
    status,
    text,
    contentRange,
  ]);
  expect(answer?.headers.get('etag')).toBe('"etag-1"');
});

it('gives files the types of the gateway, not those of the platform', async () => {
  const typeOf = async (path: string) => (await ask(path))?.headers.get('content-type');
  expect(await typeOf('a.json')).toBe('application/json; charset=utf-8');
  expect(await typeOf('api/v2/Search()')).toBe('application/atom+xml; charset=utf-8');
});

it('says of no text that it is compressed, and claims no length that it does not know', async () => {
  const answer = await ask('a.json', { headers: { 'accept-encoding': 'br, gzip' } });
  expect(answer?.text).toBe(TEXT);
  expect(answer?.headers.get('content-encoding')).toBeNull();
  expect(answer?.headers.get('content-length')).toBeNull();
  const head = await ask('a.json', { method: 'HEAD' });
  expect(head?.headers.get('content-length')).toBeNull();
  const whole = await ask('a.json', { headers: { range: 'bytes=0-1,4-5' } });
  expect(whole?.headers.get('content-length')).toBe('2000');
});

it('gives bytes, and nothing for what is not there', async () => {
  const assets = createBindingAssets(standInAssets(FILES));
  expect(new TextDecoder().decode(await assets.bytes('a/b.nupkg'))).toBe('0123456789');
  expect(await assets.bytes('none')).toBeUndefined();
  expect(await ask('none')).toBeUndefined();
});
