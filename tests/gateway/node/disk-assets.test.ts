/** The files of a folder, while others are moved to their names and clients leave in the middle. */
import { execFileSync } from 'node:child_process';
import { rename, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { createDiskAssets } from '../../../src/gateway/node/disk-assets.ts';
import { openFilesBelow } from '../../support/open-files.ts';
import { makeTempDir, writeTree } from '../../support/temp-dir.ts';

const BIG = new Uint8Array(3_000_000).map((_, at) => (at * 31) % 251);
const TEXT = JSON.stringify(Array.from({ length: 400 }, (_, at) => ({ at, name: `Contoso.Tools.${at}` })));

async function makeSite() {
  const root = await makeTempDir();
  await writeTree(root, {
    'a.json': TEXT,
    'tiny.json': '{}',
    'empty.txt': '',
    'big.nupkg': BIG,
    'big.txt': BIG,
    'dir/x.txt': 'x',
  });
  return { root, assets: createDiskAssets(root, () => 4_000_000_000_000) };
}

const ask = (headers: Record<string, string> = {}, method = 'GET') =>
  new Request('http://gallery.example/', { method, headers });

async function bytesOf(response: Response | undefined): Promise<Buffer> {
  if (!response) throw new Error('There is no answer.');
  return Buffer.from(await response.arrayBuffer());
}

it('sends files as they are, small and large', async () => {
  const { root, assets } = await makeSite();
  for (const [path, expected] of [
    ['a.json', Buffer.from(TEXT)],
    ['empty.txt', Buffer.alloc(0)],
    ['big.nupkg', Buffer.from(BIG)],
  ] as const) {
    for (const _ of ['first', 'again']) {
      const response = await assets.respond(ask(), path);
      expect(response?.headers.get('content-length')).toBe(String(expected.byteLength));
      expect((await bytesOf(response)).equals(expected), path).toBe(true);
    }
  }
  expect(openFilesBelow(root)).toBe(0);
});

it.each(['br', 'gzip'] as const)('sends texts with %s, whole and flowing', async (coding) => {
  const { root, assets } = await makeSite();
  const undo = coding === 'br' ? brotliDecompressSync : gunzipSync;
  for (const [path, expected] of [
    ['a.json', Buffer.from(TEXT)],
    ['big.txt', Buffer.from(BIG)],
  ] as const) {
    for (const _ of ['first', 'again']) {
      const response = await assets.respond(ask({ 'accept-encoding': coding }), path);
      expect(response?.headers.get('content-encoding')).toBe(coding);
      expect(undo(await bytesOf(response)).equals(expected), path).toBe(true);
    }
  }
  expect(openFilesBelow(root)).toBe(0);
});

it('sends ranges of a large file', async () => {
  const { assets } = await makeSite();
  const response = await assets.respond(ask({ range: 'bytes=1000000-2999999' }), 'big.nupkg');
  expect(response?.status).toBe(206);
  const body = await bytesOf(response);
  expect(body.equals(Buffer.from(BIG.subarray(1_000_000)))).toBe(true);
});

it.each([
  '',
  '/',
  '.',
  '..',
  '../x',
  'dir/../a.json',
  'dir//x.txt',
  '/etc/passwd',
  'a.json\0',
  'dir\\x.txt',
  'A.json',
  'dir',
  'none',
  'a.json/x',
  'x'.repeat(300),
])('finds nothing at %j', async (path) => {
  const { assets } = await makeSite();
  expect(await assets.respond(ask(), path)).toBeUndefined();
  expect(await assets.bytes(path)).toBeUndefined();
});

it('follows no link and waits for no pipe', async () => {
  const { root, assets } = await makeSite();
  await symlink('/etc/passwd', join(root, 'link.txt'));
  await symlink('/etc', join(root, 'etc'));
  execFileSync('mkfifo', [join(root, 'pipe.txt')]);
  for (const path of ['link.txt', 'etc/passwd', 'pipe.txt']) {
    expect(await assets.respond(ask(), path), path).toBeUndefined();
  }
});

it('answers 304 to a client that holds the file, and a whole file after it was replaced', async () => {
  const { root, assets } = await makeSite();
  const first = await assets.respond(ask(), 'a.json');
  const held = { 'if-none-match': first?.headers.get('etag') ?? '' };
  expect((await assets.respond(ask(held), 'a.json'))?.status).toBe(304);
  const other = TEXT.replace('Contoso', 'Fabrikm');
  await writeFile(join(root, 'next'), other);
  await utimes(join(root, 'next'), 1_600_000_000, 1_600_000_000);
  await rename(join(root, 'next'), join(root, 'a.json'));
  const second = await assets.respond(ask(held), 'a.json');
  expect([second?.status, await second?.text()]).toEqual([200, other]);
});

it('sees a file of the same length and time that was moved to the name of one it keeps', async () => {
  const { root, assets } = await makeSite();
  await utimes(join(root, 'a.json'), 1_600_000_000, 1_600_000_000);
  await (await assets.respond(ask(), 'a.json'))?.text();
  const other = TEXT.replace('Contoso', 'Fabrikm');
  await writeFile(join(root, 'next'), other);
  await utimes(join(root, 'next'), 1_600_000_000, 1_600_000_000);
  await rename(join(root, 'next'), join(root, 'a.json'));
  expect(await (await assets.respond(ask(), 'a.json'))?.text()).toBe(other);
});

it('goes on with the old file when another takes its name in the middle', async () => {
  const { root, assets } = await makeSite();
  const response = await assets.respond(ask(), 'big.nupkg');
  const reader = response?.body?.getReader();
  const chunks: Uint8Array[] = [(await reader?.read())?.value ?? new Uint8Array()];
  await writeFile(join(root, 'next'), 'short');
  await rename(join(root, 'next'), join(root, 'big.nupkg'));
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read())
    chunks.push(read.value);
  expect(Buffer.concat(chunks).equals(Buffer.from(BIG))).toBe(true);
  await unlink(join(root, 'big.nupkg'));
  expect(await assets.respond(ask(), 'big.nupkg')).toBeUndefined();
  expect(openFilesBelow(root)).toBe(0);
});

it('fails an answer whose file shrinks under it, rather than to send less than it said', async () => {
  const { root, assets } = await makeSite();
  const response = await assets.respond(ask(), 'big.nupkg');
  await writeFile(join(root, 'big.nupkg'), 'short');
  await expect(response?.arrayBuffer()).rejects.toThrow();
  expect(openFilesBelow(root)).toBe(0);
});

it.each([
  ['big.nupkg', {}],
  ['big.txt', { 'accept-encoding': 'gzip' }],
  ['big.nupkg', { range: 'bytes=5-' }],
])('closes %s when the client leaves', async (path, headers) => {
  const { root, assets } = await makeSite();
  const reader = (await assets.respond(ask(headers as Record<string, string>), path))?.body?.getReader();
  await reader?.read();
  expect(openFilesBelow(root)).toBe(1);
  await reader?.cancel();
  await expect.poll(() => openFilesBelow(root)).toBe(0);
});

it('opens nothing for good to answer HEAD, 304 and 416', async () => {
  const { root, assets } = await makeSite();
  const heads = await Promise.all([
    assets.respond(ask({}, 'HEAD'), 'big.nupkg'),
    assets.respond(ask({ 'if-none-match': '*' }), 'big.nupkg'),
    assets.respond(ask({ range: 'bytes=9999999-' }), 'big.nupkg'),
  ]);
  expect(heads.map((head) => [head?.status, head?.body])).toEqual([
    [200, null],
    [304, null],
    [416, null],
  ]);
  expect(openFilesBelow(root)).toBe(0);
});

it('gives the bytes of a file to other parts of the gateway', async () => {
  const { assets } = await makeSite();
  expect(Buffer.from((await assets.bytes('dir/x.txt')) ?? []).toString()).toBe('x');
});
