/** How a file is answered, decided from its facts and the request alone. */
import { expect, it } from 'vitest';
import { planFileAnswer } from '../../src/gateway/file-answer.ts';

const FACTS = {
  path: 'v3/index.json',
  sizeBytes: 5000,
  validators: { etag: '"e"', modifiedAtSeconds: 1_000_000_000 },
  isDateTelling: true,
};
const DATE = 'Sun, 09 Sep 2001 01:46:40 GMT';
const BR = { 'accept-encoding': 'br' };

function plan(headers: Record<string, string>, facts: Partial<typeof FACTS> = {}, method = 'GET') {
  const request = new Request('http://gallery.example/x', { method, headers });
  return planFileAnswer(request, { ...FACTS, ...facts });
}

it.each([
  [{}, 200, { kind: 'whole', coding: undefined }],
  [BR, 200, { kind: 'whole', coding: 'br' }],
  [{ 'if-none-match': '"e"' }, 304, { kind: 'none' }],
  [{ 'if-none-match': 'W/"e"' }, 304, { kind: 'none' }],
  [{ 'if-none-match': '"x", W/"e"' }, 304, { kind: 'none' }],
  [{ 'if-none-match': '*' }, 304, { kind: 'none' }],
  [{ 'if-none-match': '"x"', 'if-modified-since': DATE }, 200, { kind: 'whole', coding: undefined }],
  [{ 'if-modified-since': DATE }, 304, { kind: 'none' }],
  [{ 'if-modified-since': 'Sun, 09 Sep 2001 01:46:39 GMT' }, 200, { kind: 'whole', coding: undefined }],
  [{ 'if-modified-since': 'yesterday' }, 200, { kind: 'whole', coding: undefined }],
  [{ range: 'bytes=1-2' }, 206, { kind: 'part', start: 1, end: 2 }],
  [{ ...BR, range: 'bytes=1-2' }, 206, { kind: 'part', start: 1, end: 2 }],
  [{ range: 'bytes=5000-' }, 416, { kind: 'none' }],
  [{ range: 'bytes=0-0,2-3' }, 200, { kind: 'whole', coding: undefined }],
  [{ range: 'lines=1-2' }, 200, { kind: 'whole', coding: undefined }],
  [{ range: 'bytes=1-2', 'if-range': '"e"' }, 206, { kind: 'part', start: 1, end: 2 }],
  [{ range: 'bytes=1-2', 'if-range': DATE }, 206, { kind: 'part', start: 1, end: 2 }],
  [{ range: 'bytes=1-2', 'if-range': 'W/"e"' }, 200, { kind: 'whole', coding: undefined }],
  [{ range: 'bytes=1-2', 'if-range': '"old"' }, 200, { kind: 'whole', coding: undefined }],
  [{ ...BR, range: 'bytes=1-2', 'if-range': '"old"' }, 200, { kind: 'whole', coding: 'br' }],
])('answers %j with %i', (headers, status, body) => {
  const answer = plan(headers);
  expect([answer.status, answer.body]).toEqual([status, body]);
});

it('names the length and the part of what it sends', () => {
  expect(plan({}).headers).toEqual({
    ETag: '"e"',
    'Last-Modified': DATE,
    Vary: 'Accept-Encoding',
    'Content-Type': 'application/json; charset=utf-8',
    'Accept-Ranges': 'bytes',
    'Content-Length': '5000',
  });
  expect(plan({ range: 'bytes=-2' }).headers).toMatchObject({
    'Content-Range': 'bytes 4998-4999/5000',
    'Content-Length': '2',
  });
  expect(plan({ range: 'bytes=5000-' }).headers['Content-Range']).toBe('bytes */5000');
});

it('gives what is compressed another, weaker tag and no length', () => {
  const { headers } = plan(BR);
  expect([headers['ETag'], headers['Content-Encoding'], headers['Content-Length']]).toEqual([
    'W/"e"',
    'br',
    undefined,
  ]);
});

it.each([
  ['a.nupkg', 5000],
  ['a.png', 5000],
  ['a.json', 1023],
])('does not compress %s of %i bytes, and says nothing of codings', (path, sizeBytes) => {
  const { headers, body } = plan(BR, { path, sizeBytes });
  expect(body).toEqual({ kind: 'whole', coding: undefined });
  expect(headers['Vary']).toBeUndefined();
});

it('answers HEAD with the headers of GET, and no range', () => {
  expect(plan({}, {}, 'HEAD')).toEqual({ ...plan({}), body: { kind: 'none' } });
  expect(plan(BR, {}, 'HEAD')).toEqual({ ...plan(BR), body: { kind: 'none' } });
  expect(plan({ range: 'bytes=1-2' }, {}, 'HEAD').status).toBe(200);
});

it('trusts no date of a file that may change within the same second', () => {
  const young = { isDateTelling: false };
  expect(plan({ 'if-modified-since': DATE }, young).status).toBe(200);
  expect(plan({ range: 'bytes=1-2', 'if-range': DATE }, young).status).toBe(200);
  expect(plan({}, young).headers['Last-Modified']).toBeUndefined();
  expect(plan({ 'if-none-match': '"e"' }, young).status).toBe(304);
});
