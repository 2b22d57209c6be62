import { describe, expect, it } from 'vitest';
import { publishedTextAt } from '../../src/io/published-text.ts';
import { listen } from '../support/live-gallery.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

const answering = (status: number) => listen((_, response) => response.writeHead(status).end('text'));

describe('a text at an address', () => {
  it.each([
    [200, { ok: true, value: 'text' }],
    [404, { ok: true, value: undefined }],
    [410, { ok: true, value: undefined }],
    [401, { ok: false, problem: 'status 401' }],
    [403, { ok: false, problem: 'status 403' }],
    [206, { ok: false, problem: 'status 206' }],
  ])('with status %d is %j', async (status, result) => {
    expect(await publishedTextAt(await answering(status))('x')).toEqual(result);
  });

  it('is asked for again when the server is busy, and then refused', async () => {
    let count = 0;
    const url = await listen((_, response) => {
      count++;
      response.writeHead(503).end();
    });
    expect(await publishedTextAt(url)('x')).toEqual({ ok: false, problem: 'status 503' });
    expect(count).toBe(3);
  });

  it('is asked for past the caches', async () => {
    const targets: string[] = [];
    const url = await listen((request, response) => {
      targets.push(request.url ?? '', String(request.headers['cache-control']));
      response.end();
    });
    await publishedTextAt(url)('api/versions.json');
    expect(targets).toEqual([
      expect.stringMatching(/^\/repo\/api\/versions\.json\?pwshelf=\w+$/),
      'no-cache',
    ]);
  });
});

describe('a text in a folder', () => {
  it('is read, absent, or cannot be told', async () => {
    const folder = await makeTempDir();
    await writeTree(folder, { 'a/b.txt': 'text' });
    const read = publishedTextAt(folder);
    expect(await read('a/b.txt')).toEqual({ ok: true, value: 'text' });
    expect(await read('a/c.txt')).toEqual({ ok: true, value: undefined });
    expect(await read('a')).toMatchObject({ ok: false });
  });
});
