import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerText, webFetch } from '../../../src/gateway/upstream/upstream-fetch.ts';
import { listen } from '../../support/live-gallery.ts';

const BOUNDS = { maxBytes: 1_000, timeoutMs: 5_000 };
const ask = webFetch(fetch);

describe('an answer of another gallery', () => {
  it('comes with its status and its bytes', async () => {
    const url = await listen((_, response) => response.writeHead(404).end('nothing'));
    const body = new TextEncoder().encode('nothing');
    expect(await ask(url, BOUNDS)).toEqual({ kind: 'answer', status: 404, body });
  });

  it('is not followed elsewhere', async () => {
    const url = await listen((_, response) => response.writeHead(302, { location: '/there' }).end());
    expect(await ask(url, BOUNDS)).toEqual({ kind: 'none', problem: 'it redirects elsewhere' });
  });

  it('is left when it is too long', async () => {
    const url = await listen((_, response) => response.end('x'.repeat(1_001)));
    expect(await ask(url, BOUNDS)).toMatchObject({ kind: 'none' });
  });

  it('is left when it unpacks to too much', async () => {
    const bomb = gzipSync(Buffer.alloc(10_000_000));
    const url = await listen((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    expect(await ask(url, BOUNDS)).toMatchObject({ kind: 'none' });
    expect(await answerText(bomb, 1_000)).toBeUndefined();
  });

  it.each(['before the head', 'in the middle'])('is left when it falls silent %s', async (when) => {
    const url = await listen((_, response) => {
      if (when === 'in the middle') response.writeHead(200).write('x');
    });
    expect(await ask(url, { ...BOUNDS, timeoutMs: 100 })).toEqual({
      kind: 'none',
      problem: 'not all of it came within 0.1 seconds',
    });
  });

  it('is a clause when nobody is there', async () => {
    const answer = await ask('http://127.0.0.1:1/', BOUNDS);
    expect(answer.kind === 'none' && answer.problem).toMatch(/\S/);
  });
});

it.each([
  ['plain', new TextEncoder().encode('{"a":1}')],
  ['packed', new Uint8Array(gzipSync('{"a":1}'))],
])('reads a text that came %s', async (_, body) => {
  expect(await answerText(body, 100)).toBe('{"a":1}');
});
