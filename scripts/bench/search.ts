/**
 * `npm run bench -- search`: the search of the site over made-up packages, in a real browser: from a key to the first
 * results, and what it downloads. With --with-pagefind also Pagefind over the same packages, in the same run.
 */

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { siteBuilder } from '../../src/cli/site-builder.ts';
import { feedRenderer } from '../../src/feed/render-feed.ts';
import { createStaticHost } from '../../src/gateway/node/static-host.ts';
import { buildGallery } from '../../src/io/build-gallery.ts';
import { CHROMIUM_ARGS } from '../../tests/support/chromium-args.ts';
import { randomFrom } from './random.ts';
import { BENCH_SHAPE, makeSearchRecords } from './search-records.ts';

const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: String(BENCH_SHAPE.packages) },
    browser: { type: 'string', default: '/usr/bin/chromium' },
    'with-pagefind': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const packages = Number(values.packages);
if (!existsSync(values.browser))
  throw new Error(`There is no ${values.browser}: name a Chromium with --browser.`);
const root = fileURLToPath(new URL('../..', import.meta.url));
const outDir = join(root, '.cache', 'bench-search');
mkdirSync(outDir, { recursive: true });

process.stderr.write('building the site of the samples …\n');
await buildGallery({
  indexDir: join(root, 'packages-index'),
  outDir,
  siteUrl: 'http://127.0.0.1/',
  cacheDir: undefined,
  rendererOf: feedRenderer,
  site: siteBuilder(join(root, 'packages-index'), undefined),
});
process.stderr.write(`indexing ${packages} packages …\n`);
const build = child('search-build.ts');
const pagefind = values['with-pagefind'] ? { build: child('search-pagefind.ts') } : undefined;

const records = [...makeSearchRecords({ ...BENCH_SHAPE, packages })];
const random = randomFrom(99);
const any = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const functions = records.flatMap(({ commands }) =>
  commands.filter(({ kind }) => kind === 'function').map(({ name }) => name),
);

const server = createStaticHost({ root: outDir, base: '/' });
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const address = server.address();
const base = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`;
const browser = await chromium.launch({
  executablePath: values.browser,
  args: CHROMIUM_ARGS,
});
try {
  const report = {
    packages,
    build,
    ...(await measureSearch()),
    ...(pagefind && { pagefind: { ...pagefind, ...(await measurePagefind()) } }),
  };
  process.stdout.write(
    values.json ? `${JSON.stringify(report, undefined, 2)}\n` : `${JSON.stringify(report, undefined, 1)}\n`,
  );
} finally {
  await browser.close();
  server.close();
}

async function measureSearch() {
  process.stderr.write('typing …\n');
  const cold: number[] = [];
  const coldBytes: number[] = [];
  const exactBytes: number[] = [];
  const keys: number[] = [];
  const keyBytes: number[] = [];
  const known: number[] = [];
  for (let run = 0; run < 10; run++) {
    const first = await openPage();
    // The first query of a visitor: a whole word of a description.
    const [word = 'azure'] = any(records).description.toLowerCase().split(' ');
    cold.push(await timeOf(first.page, word));
    coldBytes.push(first.takeBytes());
    // Then a name, key by key, and the name of a command.
    for (const text of [any(records).id.slice(0, 12), any(functions).slice(0, 16)]) {
      for (let length = 1; length <= text.length; length++) {
        keys.push(await timeOf(first.page, text.slice(0, length)));
        keyBytes.push(first.takeBytes());
      }
      // Again, with the files there.
      known.push(await timeOf(first.page, `${text} `));
    }
    await first.context.close();
    const exact = await openPage();
    await timeOf(exact.page, `Functions:"${any(functions)}"`);
    exactBytes.push(exact.takeBytes());
    await exact.context.close();
  }
  const kilobytes = (list: readonly number[]) => ({
    median: Math.round(at(list, 0.5) / 1000),
    most: Math.round(at(list, 1) / 1000),
  });
  return {
    firstQuery: { ms: Math.round(at(cold, 0.5)), kB: kilobytes(coldBytes) },
    exactFunction: { kB: kilobytes(exactBytes) },
    key: {
      medianMs: round(at(keys, 0.5)),
      p95Ms: round(at(keys, 0.95)),
      mostMs: round(at(keys, 1)),
      kB: { ...kilobytes(keyBytes), p95: Math.round(at(keyBytes, 0.95) / 1000) },
    },
    nameWithFilesThere: { medianMs: round(at(known, 0.5)), mostMs: round(at(known, 1)) },
  };
}

async function measurePagefind() {
  const { page, context } = await openPage();
  const times: number[] = [];
  for (let run = 0; run < 20; run++) {
    const [word = 'azure', other = 'report'] = any(records).description.toLowerCase().split(' ');
    const query = run % 2 === 0 ? word : `${word} ${other}`;
    const ms = await page.evaluate(async (text: string) => {
      const start = performance.now();
      const path = '/pagefind/pagefind.js';
      const { search } = (await import(path)) as {
        search: (query: string) => Promise<{ results: { data: () => Promise<unknown> }[] }>;
      };
      const { results } = await search(text);
      await Promise.all(results.slice(0, 10).map((result) => result.data()));
      return performance.now() - start;
    }, query);
    times.push(ms);
  }
  await context.close();
  return { medianMs: round(at(times, 0.5)), mostMs: round(at(times, 1)) };
}

/** A new visitor on the list of packages; what the page itself loads is not counted. */
async function openPage(): Promise<{
  readonly page: Page;
  readonly context: BrowserContext;
  readonly takeBytes: () => number;
}> {
  const context = await browser.newContext();
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.goto(`${base}packages/`, { waitUntil: 'networkidle' });
  bytes = 0;
  return {
    page,
    context,
    takeBytes: () => {
      const taken = bytes;
      bytes = 0;
      return taken;
    },
  };
}

/** From the key to the rows, the pause that the page makes for faster typists included. */
async function timeOf(page: Page, text: string): Promise<number> {
  const ms = await page.evaluate(async (typed: string) => {
    const input = document.querySelector('input[type=search]') as HTMLInputElement;
    const root = document.querySelector('[data-search-page]') as HTMLElement;
    const start = performance.now();
    const shown = new Promise<number>((resolve) => {
      const observer = new MutationObserver((changes) => {
        const isShown = changes.some(({ target }) =>
          (target as HTMLElement).matches('[data-results], .search-message'),
        );
        if (!isShown || root.querySelector('.skeleton')) return;
        observer.disconnect();
        requestAnimationFrame(() => resolve(performance.now() - start));
      });
      observer.observe(root, { childList: true, subtree: true });
    });
    if (document.activeElement !== input) input.focus();
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    return shown;
  }, text);
  await page.waitForLoadState('networkidle');
  await page.waitForTimeout(30);
  return ms;
}

function child(script: string): Readonly<Record<string, number>> {
  const path = fileURLToPath(new URL(`./${script}`, import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [path, outDir, String(packages)], { encoding: 'utf8' }));
}

function at(list: readonly number[], share: number): number {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
