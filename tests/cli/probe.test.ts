import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSamples } from '../support/build-samples.ts';
import { BLOB, listen, type Replacement, serveLive } from '../support/live-gallery.ts';
import { runVerb } from '../support/run-verb.ts';
import { type ServedSamples, serveSamples } from '../support/served-samples.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

async function probe(url: string, ...words: readonly string[]) {
  const { code, out, err } = await runVerb(
    'probe',
    url,
    '--wait',
    '0',
    '--attempts',
    '1',
    '--json',
    ...words,
  );
  const result = out === '' ? { steps: [], findings: [] } : JSON.parse(out);
  const failed = (result.steps as { what: string; isFine: boolean }[])
    .filter(({ isFine }) => !isFine)
    .map(({ what }) => what);
  const codes = (result.findings as { code: string }[]).map((finding) => finding.code);
  return { code, err, result, failed, codes };
}

describe('probe of a real build', () => {
  let samples: ServedSamples;
  beforeAll(async () => {
    samples = await serveSamples();
  });
  afterAll(() => samples.close());

  it('finds everything that clients ask for, feeds without a site too', async () => {
    const { code, result } = await probe(samples.url, '--dir', join(samples.folder, 'dist'));
    expect(code).toBe(0);
    expect(
      result.steps.map(({ what, status, contentType }: Record<string, unknown>) => [
        what,
        status,
        contentType,
      ]),
    ).toEqual([
      ['list of versions', 200, 'application/json; charset=utf-8'],
      ['V2 root', 200, 'text/html; charset=utf-8'],
      ['V2 search', 200, 'text/html; charset=utf-8'],
      ['V2 by id', 200, 'text/html; charset=utf-8'],
      ['V2 by version', 200, 'text/html; charset=utf-8'],
      ['V3 service index', 200, 'application/json; charset=utf-8'],
      ['V3 search', 200, 'application/json; charset=utf-8'],
      ['V3 versions', 200, 'application/json; charset=utf-8'],
      ['V3 registration', 200, 'application/json; charset=utf-8'],
      ['package', 200, 'application/octet-stream'],
    ]);
  });

  it('prints a line for each address', async () => {
    const { code, out, err } = await runVerb('probe', samples.url.slice(0, -1), '--no-site');
    expect(code).toBe(0);
    expect(out).toMatch(/^fine {2}V3 service index .* 200 application\/json.*\/repo\/v3\/index\.json$/m);
    expect(err).toContain(': no findings.');
  });

  it('misses the home page of a site that has none', async () => {
    expect(await probe(samples.url)).toMatchObject({
      code: 1,
      failed: ['home page'],
      codes: ['PROBE_STATUS'],
    });
  });

  it('is not content with another build', async () => {
    const other = await buildSamples(await makeTempDir());
    expect(await probe(samples.url, '--dir', other)).toMatchObject({ code: 1, codes: ['PROBE_OUTDATED'] });
  });
});

describe('probe', () => {
  it('waits until the build is there', async () => {
    let count = 0;
    const earlier =
      (text: string): Replacement =>
      (_, response) => {
        count++;
        response.end(count < 3 ? text.replace('1.1.0', '1.0.9') : text);
      };
    const { url: first, listText } = await serveLive();
    const text = (url: string) => listText.replaceAll(first, url);
    const replaced: Record<string, Replacement> = {};
    const { url } = await serveLive(replaced);
    replaced['api/versions.json'] = earlier(text(url));
    const dir = await makeTempDir();
    await writeTree(dir, { 'api/versions.json': text(url) });
    const run = await runVerb('probe', url, '--wait', '0', '--dir', dir);
    expect(run).toMatchObject({
      code: 0,
      err: expect.stringMatching(/Attempt 1 of 20: not yet list of versions/),
    });
    expect(count).toBe(3);
  });

  it('gives up after the attempts that it was given', async () => {
    const { url } = await serveLive({ 'api/v2/': undefined });
    const run = await runVerb('probe', url, '--wait', '0', '--attempts', '2');
    expect(run.code).toBe(1);
    expect(run.err.match(/Attempt \d/g)).toEqual(['Attempt 1']);
    expect(run.err).toMatch(/PROBE_STATUS\n.*→ Deploy the folder as a whole/);
  });

  const blobPath = 'v3/flatcontainer/contoso.tools/1.1.0/contoso.tools.1.1.0.nupkg';
  const registration = 'v3/registration/contoso.tools/index.json';
  it.each<[string, Record<string, Replacement>, readonly string[], readonly string[]]>([
    [
      'other JSON for an index',
      { 'v3/index.json': '{"resources":[]}' },
      ['V3 service index'],
      ['PROBE_CONTENT'],
    ],
    ['HTML for an index', { 'v3/index.json': '<!doctype html>' }, ['V3 service index'], ['PROBE_CONTENT']],
    ['HTML for the V2 root', { 'api/v2/': '<!doctype html>' }, ['V2 root'], ['PROBE_CONTENT']],
    ['an empty list', { 'api/versions.json': '' }, ['list of versions'], ['PROBE_CONTENT']],
    ['an old registration', { [registration]: '{"items":[]}' }, ['V3 registration'], ['PROBE_CONTENT']],
    ['a changed package', { [blobPath]: 'y'.repeat(BLOB.length) }, ['package'], ['PROBE_HASH']],
    ['a longer package', { [blobPath]: 'y'.repeat(BLOB.length + 1) }, ['package'], ['PROBE_NO_ANSWER']],
    [
      'an old entry',
      { "api/v2/Packages(Id='Contoso.Tools',Version='1.1.0')": '<?xml version="1.0"?><entry/>' },
      ['V2 by version'],
      ['PROBE_CONTENT'],
    ],
    [
      'an endless list',
      {
        'api/v2/Search()': (_, response) => {
          response.on('drain', () => response.write('x'.repeat(65_536)));
          response.write('x'.repeat(1_000_000));
        },
      },
      ['V2 search'],
      ['PROBE_CONTENT'],
    ],
    [
      'redirects without end',
      { 'v3/search.json': (_, response) => response.writeHead(302, { location: 'search.json' }).end() },
      ['V3 search'],
      ['PROBE_NO_ANSWER'],
    ],
  ])('names %s', async (_, replaced, failed, codes) => {
    const { url } = await serveLive(replaced);
    expect(await probe(url)).toMatchObject({ code: 1, failed, codes });
  });

  it('follows no address that leads elsewhere', async () => {
    const asked: string[] = [];
    const elsewhere = await listen((request, response) => {
      asked.push(request.url ?? '');
      response.end();
    });
    const content = `{"@id":"x","lower":"1.0.0","upper":"1.1.0","items":[{"catalogEntry":{"version":"1.1.0"},"packageContent":"${elsewhere}a.nupkg"}]}`;
    const { url } = await serveLive({ [registration]: `{"items":[${content}]}` });
    expect(await probe(url)).toMatchObject({ failed: ['V3 registration'], codes: ['PROBE_CONTENT'] });
    const index = `{"version":"3.0.0","resources":[{"@id":"${elsewhere}","@type":"SearchQueryService"},{"@id":"x","@type":"PackageBaseAddress/3.0.0"},{"@id":"x","@type":"RegistrationsBaseUrl/Versioned"},{"@id":"x","@type":"RegistrationsBaseUrl/3.6.0"}]}`;
    const other = await serveLive({ 'v3/index.json': index });
    expect(await probe(other.url)).toMatchObject({ failed: ['V3 service index'], codes: ['PROBE_CONTENT'] });
    expect(asked).toEqual([]);
  });

  it('shows what a host says of itself without its control characters', async () => {
    const { url } = await serveLive({
      'v3/search.json': (_, response) => response.writeHead(200, { 'content-type': 'a\u0085b' }).end('{}'),
    });
    const { out } = await runVerb('probe', url, '--attempts', '1');
    expect(out).not.toContain('\u0085');
  });

  it.each([
    [['ftp://host/'], /not an absolute http or https URL/],
    [['https://host/?x'], /not an absolute http or https URL/],
    [['http://127.0.0.1:1/', '--attempts', '0'], /--attempts 0: a number from 1/],
    [['http://127.0.0.1:1/', '--wait', 'x'], /--wait x: a number from 0/],
    [['http://127.0.0.1:1/', '--dir', '/no/such/folder'], /is no built gallery/],
  ])('is wrong with %j', async (words, message) => {
    expect(await runVerb('probe', ...words)).toMatchObject({ code: 2, err: expect.stringMatching(message) });
  });
});
