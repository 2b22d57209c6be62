import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { FetchUpstream } from '../../../src/gateway/upstream/upstream-fetch.ts';
import { chooseV3Version } from '../../../src/gateway/upstream/v3-listed.ts';
import { ANY_STABLE, wishOfFilter } from '../../../src/gateway/upstream/version-wish.ts';

const ROOT = 'https://up.example/reg/';
const INDEX = `${ROOT}x/index.json`;

const leaves = (...versions: readonly string[]) =>
  versions.map((text) => ({
    catalogEntry: { version: text.replace('!', ''), ...(text.endsWith('!') && { listed: false }) },
  }));

function serve(files: Readonly<Record<string, unknown>>) {
  const asked: string[] = [];
  const fetch: FetchUpstream = async (url) => {
    asked.push(url);
    const found = files[url];
    const text = typeof found === 'string' ? found : JSON.stringify(found);
    const body = new Uint8Array(gzipSync(text ?? ''));
    return { kind: 'answer', status: found === undefined ? 404 : 200, body };
  };
  const choose = (filter = '') =>
    chooseV3Version(fetch, ROOT, 'X', filter === '' ? ANY_STABLE : wishOfFilter(filter));
  return { asked, choose };
}

const page = (at: number, upper: string, ...versions: readonly string[]) => ({
  '@id': `${ROOT}x/page${at}.json`,
  upper,
  ...(versions.length > 0 && { items: leaves(...versions) }),
});

describe('the version of a registration', () => {
  it.each([
    [['1.0.0', '2.0.0', '3.0.0-b'], '', '2.0.0'],
    [['1.0.0', '2.0.0!'], '', '1.0.0'],
    [['1.0.0!'], '', undefined],
    [['1.0.0', '1.5.0', '2.0.0'], "Version lt '2.0.0'", '1.5.0'],
    [['1.0.0', 'newest'], '', '1.0.0'],
  ])('among %j with %j is %s', async (versions, filter, expected) => {
    const { choose } = serve({ [INDEX]: { items: [page(1, '3.0.0', ...versions)] } });
    const chosen = await choose(filter);
    expect(chosen.ok && chosen.value?.normalized).toBe(expected);
  });

  it('is sought from the highest page down, as far as it must', async () => {
    const files = {
      [INDEX]: { items: [page(1, '1.9.0'), page(2, '2.9.0'), page(3, '3.9.0')] },
      [`${ROOT}x/page2.json`]: page(2, '2.9.0', '2.0.0', '2.9.0'),
      [`${ROOT}x/page3.json`]: page(3, '3.9.0', '3.0.0-a', '3.9.0!'),
    };
    const { asked, choose } = serve(files);
    expect(await choose()).toMatchObject({ ok: true, value: { normalized: '2.9.0' } });
    expect(asked).toEqual([INDEX, `${ROOT}x/page3.json`, `${ROOT}x/page2.json`]);
  });

  it('is sought in pages that do not say where they end', async () => {
    const items = [
      { '@id': 'a', items: leaves('1.0.0') },
      { '@id': 'b', items: leaves('2.0.0') },
    ];
    expect(await serve({ [INDEX]: { items } }).choose()).toMatchObject({ value: { normalized: '2.0.0' } });
  });

  it('is none when there is no registration', async () => {
    expect(await serve({}).choose()).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['HTML', { [INDEX]: '<html>' }, 'no JSON'],
    ['other JSON', { [INDEX]: {} }, 'other JSON'],
    [
      'what unpacks to more than anybody reads',
      { [INDEX]: `"${'x'.repeat(17 * 1024 * 1024)}"` },
      'it is longer',
    ],
    [
      'a page elsewhere',
      { [INDEX]: { items: [{ '@id': 'https://evil.example/page.json', upper: '1.0.0' }] } },
      'on another host',
    ],
    ['a page that is gone', { [INDEX]: { items: [page(1, '1.0.0')] } }, 'without versions'],
    [
      'pages without end',
      Object.fromEntries([
        [INDEX, { items: Array.from({ length: 50 }, (_, at) => page(at, `${at}.0.0`)) }],
        ...Array.from({ length: 50 }, (_, at) => [
          `${ROOT}x/page${at}.json`,
          page(at, `${at}.0.0`, `${at}.0.0!`),
        ]),
      ]),
      'highest pages',
    ],
  ])('is not taken from %s', async (_, files, words) => {
    const chosen = await serve(files).choose();
    expect(chosen.ok ? '' : chosen.problem).toContain(words);
  });
});
