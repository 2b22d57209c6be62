import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { buildSamples, SAMPLES_URL } from '../support/build-samples.ts';
import { listen, serveLive } from '../support/live-gallery.ts';
import { runVerb } from '../support/run-verb.ts';
import { serveGallery } from '../support/serve-gallery.ts';
import { makeLastingTempDir, makeTempDir, removeTempDir } from '../support/temp-dir.ts';

const BLOB = 'v3/flatcontainer/quill.text/1.0.0/quill.text.1.0.0.nupkg';

let lasting: string;
let built: string;
let dir: string;

beforeAll(async () => {
  lasting = await makeLastingTempDir();
  built = await buildSamples(lasting);
});
afterAll(() => removeTempDir(lasting));

/** A copy, for the blobs of a build are links to those of the index. */
beforeEach(async () => {
  dir = join(await makeTempDir(), 'dist');
  cpSync(built, dir, { recursive: true });
});

async function verify(...words: readonly string[]) {
  const { code, out, err } = await runVerb('verify', '--dir', dir, '--json', ...words);
  const result = out === '' ? { findings: [] } : JSON.parse(out);
  const codes = (result.findings as { code: string }[]).map((finding) => finding.code);
  return { code, err, result, codes };
}

function editList(edit: (text: string) => string, folder = dir): void {
  const path = join(folder, 'api/versions.json');
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

const lineOf = (text: string, id: string, version: string) =>
  text
    .split('\n')
    .find((line) => line.startsWith(`{"id":"${id}",`) && line.includes(`"version":"${version}"`)) ?? '';

describe('verify', () => {
  it('is content with what build wrote', async () => {
    const { code, result } = await verify('--deep');
    expect(code).toBe(0);
    expect(result).toMatchObject({ site: SAMPLES_URL, host: 'any', against: null, findings: [] });
    expect(result.versionCount).toBeGreaterThan(10);
    expect(result.fileCount).toBe(
      readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length,
    );
  });

  it('finds every fault of a folder in one run', async () => {
    rmSync(join(dir, BLOB));
    symlinkSync('/etc/hostname', join(dir, 'link'));
    writeFileSync(join(dir, 'api/extra.nupkg'), 'x');
    const { code, codes } = await verify();
    expect(code).toBe(1);
    expect(codes).toEqual(['DEPLOY_LINK', 'DEPLOY_BLOB_MISSING', 'DEPLOY_BLOB_UNLISTED']);
  });

  it('sees other bytes of the same length with --deep', async () => {
    const bytes = readFileSync(join(dir, BLOB));
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(join(dir, BLOB), bytes);
    expect((await verify()).codes).toEqual([]);
    expect((await verify('--deep')).codes).toEqual(['DEPLOY_BLOB_CHANGED']);
  });

  it('follows no link to a package', async () => {
    rmSync(join(dir, BLOB));
    symlinkSync(join(built, BLOB), join(dir, BLOB));
    expect((await verify('--deep')).codes).toEqual(['DEPLOY_LINK']);
  });

  it.each([
    ['api/versions.json', /it has no api\/versions\.json/],
    ['v3/index.json', /v3\/index\.json cannot be read/],
  ])('cannot run without %s', async (path, message) => {
    rmSync(join(dir, path));
    const { code, err } = await verify();
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('tells the limits of GitHub Pages there, and elsewhere as a note', async () => {
    // A file without blocks on the disk.
    writeFileSync(join(dir, 'large.json'), '');
    truncateSync(join(dir, 'large.json'), 1.2e9);
    const there = await verify('--host', 'github-pages');
    expect(there).toMatchObject({ code: 1, codes: ['DEPLOY_TOO_LARGE', 'DEPLOY_FILE_TOO_LARGE'] });
    expect(there.result.findings[0]).toMatchObject({
      severity: 'error',
      remedy: expect.stringMatching(/--no-site/),
    });
    expect(await verify()).toMatchObject({ code: 0, codes: there.codes });
    const pages = await verify('--site-url', 'https://contoso.github.io/gallery/');
    expect(pages.result.host).toBe('github-pages');
  });
});

describe('verify against a folder', () => {
  it('finds nothing to say when both are the same', async () => {
    const { code, result, err } = await verify('--against', built);
    expect(code).toBe(0);
    expect(result.against).toEqual({ place: built, kind: 'gallery', versionCount: result.versionCount });
    expect(err).toMatch(/Compared with the \d+ versions/);
  });

  it('refuses that a version vanishes, until a removal says why', async () => {
    const gone = (text: string) => lineOf(text, 'Quill.Text', '1.0.0');
    const removal =
      '{"id":"Quill.Text","version":"1.0.0","sha512":"x","removed":"2026-01-01T00:00:00Z","reason":"Leak."}';
    rmSync(join(dir, BLOB));
    editList((text) => text.replace(`${gone(text)}\n`, ''));
    expect(await verify('--against', built)).toMatchObject({ code: 1, codes: ['DEPLOY_VERSION_VANISHED'] });
    editList((text) => text.replace('"removed":[\n', `"removed":[\n${removal}\n`));
    expect(await verify('--against', built)).toMatchObject({ code: 0, codes: [] });
  });

  it('refuses that a version changes', async () => {
    editList((text) => {
      const line = lineOf(text, 'Quill.Text', '1.0.0');
      return text.replace(line, line.replace(/"sha512":"[^"]{4}/, '"sha512":"AAAA'));
    });
    expect(await verify('--against', built)).toMatchObject({ code: 1, codes: ['DEPLOY_VERSION_CHANGED'] });
  });

  it('says that nothing is there yet', async () => {
    const { code, err } = await verify('--against', join(dir, 'no-such-folder'));
    expect(code).toBe(0);
    expect(err).toContain('Nothing is deployed at');
  });
});

describe('verify against an address', () => {
  it('compares with what is served there, and wants a build for that address', async () => {
    const served = await serveGallery(built, { base: '/my.repo/' });
    try {
      const moved = await verify('--against', served.url, '--site-url', SAMPLES_URL);
      expect(moved).toMatchObject({ code: 0, codes: [], result: { against: { kind: 'gallery' } } });
      expect(await verify('--against', served.url)).toMatchObject({ code: 1, codes: ['DEPLOY_SITE_URL'] });
    } finally {
      await served.close();
    }
  });

  const against = (url: string) => verify('--against', url, '--site-url', SAMPLES_URL);

  it('takes an address without a gallery for the first deployment', async () => {
    const url = await listen((_, response) => response.writeHead(404).end('There is no site here.'));
    const { code, err, result } = await against(url);
    expect(code).toBe(0);
    expect(result.against).toEqual({ place: url, kind: 'nothing' });
    expect(err).toContain(`Nothing is deployed at ${url} yet`);
  });

  it.each([
    ['a gallery without a list', { 'api/versions.json': undefined }, /there is v3\/index\.json, but no api/],
    ['a page of HTML', { 'api/versions.json': '<!doctype html>Sign in' }, /it is no JSON/],
    ['other JSON', { 'api/versions.json': '{"message":"Not Found"}' }, /no list of versions/],
    ['a list of another kind', { 'api/versions.json': '{"kind":"x","schema":1}' }, /no list of versions/],
    ['half a list', { 'api/versions.json': '{"kind":"pwshelf-versions","schema":1,"ver' }, /breaks off/],
    ['nothing', { 'api/versions.json': '' }, /breaks off/],
  ])('refuses %s', async (_, replaced, message) => {
    const { url } = await serveLive(replaced);
    const { code, err, result } = await against(url);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(/cannot be told/);
    expect(result.findings).toEqual([]);
  });

  it.each([403, 500, 301])('refuses the status %d', async (status) => {
    const { url } = await serveLive({
      'api/versions.json': (_, response) => response.writeHead(status).end(),
    });
    expect(await against(url)).toMatchObject({ code: 2, err: expect.stringContaining(`status ${status}`) });
  });

  it('refuses a loop of redirects, and a connection that breaks off', async () => {
    const loop = await listen((request, response) =>
      response.writeHead(302, { location: request.url ?? '' }).end(),
    );
    expect(await against(loop)).toMatchObject({ code: 2, err: expect.stringMatching(/more than 5 times/) });
    const broken = await listen((request) => request.socket.destroy());
    expect(await against(broken)).toMatchObject({ code: 2, err: expect.stringMatching(/cannot be told/) });
  });

  it('refuses a host that is not there', async () => {
    expect(await against('http://127.0.0.1:1/')).toMatchObject({ code: 2 });
  });
});

describe('SHA512SUMS', () => {
  const isThere = spawnSync('sha512sum', ['--version']).status === 0;
  const check = () =>
    spawnSync('sha512sum', ['--check', '--quiet', 'SHA512SUMS'], { cwd: dir, encoding: 'utf8' });

  it.skipIf(!isThere)('is what sha512sum checks a folder by', () => {
    expect(check()).toMatchObject({ status: 0, stdout: '' });
    writeFileSync(join(dir, BLOB), 'other');
    expect(check()).toMatchObject({ status: 1, stdout: `${BLOB}: FAILED\n` });
  });
});
