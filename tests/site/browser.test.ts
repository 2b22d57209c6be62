/** The built site in a real browser, under a base path: policy, links, search, accessibility, and use without scripts. */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteBuilder } from '../../src/cli/site-builder.ts';
import { feedRenderer } from '../../src/feed/render-feed.ts';
import { buildGallery } from '../../src/io/build-gallery.ts';
import { describeWithClient } from '../support/clients.ts';
import { findFreePort, type ServedGallery, serveGallery } from '../support/serve-gallery.ts';
import { SAMPLE_INDEX } from '../support/served-samples.ts';
import { makeLastingTempDir, removeTempDir } from '../support/temp-dir.ts';

const BASE = '/repo/';
const PHONE = { width: 320, height: 640 };
const DESKTOP = { width: 1280, height: 900 };
const PAGES = [
  '',
  'packages/',
  'packages/Quill.Text/',
  'packages/Quill.Text/2.0.0-beta1/',
  'packages/Invoke-FolderCare/',
  'packages/Quill.Slug/',
  'packages/Quill.Palette/',
  'packages/FolderLedger/',
  'packages/PlainConfigDsc/',
  'packages/by/quality/',
  'packages/FolderLedger/commands/Find-DuplicateFile/',
  'packages/FolderLedger/files/FolderLedger.Size.psm1/',
  'packages/Quill.Text/1.1.0/changes/',
  'commands/',
  'commands/get/',
  'tags/',
  'tags/markdown/',
  'categories/',
  'categories/text/',
  'profiles/',
  'profiles/pwshelf/',
  'statistics/',
  'docs/',
  'docs/install/',
  'docs/quality/',
  'docs/rules/',
];

describeWithClient('chromium', 'the site in chromium', (executablePath) => {
  let folder: string;
  let served: ServedGallery;
  let browser: Browser;

  beforeAll(async () => {
    folder = await makeLastingTempDir();
    const port = await findFreePort();
    const outDir = join(folder, 'dist');
    const outcome = await buildGallery({
      indexDir: SAMPLE_INDEX,
      outDir,
      siteUrl: `http://127.0.0.1:${port}${BASE}`,
      cacheDir: undefined,
      rendererOf: feedRenderer,
      site: siteBuilder(SAMPLE_INDEX, undefined, undefined),
    });
    expect(outcome.findings).toEqual([]);
    expect(outcome.kind).toBe('built');
    served = await serveGallery(outDir, { base: BASE, port });
    browser = await chromium.launch({
      executablePath,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await removeTempDir(folder);
  });

  /** A page, and all that the browser complains of on it: errors, refusals of the policy, requests that failed. */
  async function open(path: string, options: Parameters<Browser['newContext']>[0] = {}) {
    const context = await browser.newContext({ viewport: DESKTOP, ...options });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('response', (response) => {
      if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(served.url)) complaints.push(`asked for ${request.url()}`);
    });
    await page.goto(served.url + path, { waitUntil: 'networkidle' });
    return { page, complaints, close: () => context.close() };
  }

  it.each(PAGES)(
    'shows /%s without a complaint of the browser, accessibly, on a phone and in the dark',
    async (path) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints, close } = await open(path, { colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
        await page.setViewportSize(PHONE);
        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(complaints).toEqual([]);
        await close();
      }
    },
  );

  it('holds the policy as its first statement in every page', async () => {
    const { page, close } = await open('');
    const first = await page.evaluate(() => document.head.querySelectorAll('meta')[1]?.outerHTML);
    expect(first).toContain('Content-Security-Policy');
    expect(first).toContain("default-src 'none'");
    await close();
  });

  it.each(PAGES)('sends little for /%s', async (path) => {
    const sizeOf = async (url: string) =>
      gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
    const html = await (await fetch(served.url + path)).text();
    const filesOf = (ending: string) => [
      ...new Set(
        [...html.matchAll(/(?:href|src)="([^"]+)"/g)]
          .map(([, href = '']) => href)
          .filter((href) => href.endsWith(ending)),
      ),
    ];
    const sum = async (hrefs: readonly string[]) =>
      (await Promise.all(hrefs.map((href) => sizeOf(new URL(href, served.url).href)))).reduce(
        (a, b) => a + b,
        0,
      );
    const scripts = await sum(filesOf('.js'));
    expect(scripts).toBeLessThan(15 * 1024);
    expect(gzipSync(html).length + scripts + (await sum(filesOf('.css')))).toBeLessThan(60 * 1024);
  });

  it('leads nowhere that is not there', async () => {
    const seen = new Set<string>();
    const waiting = [served.url];
    const broken: string[] = [];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const response = await fetch(url);
      if (response.status !== 200) broken.push(`${response.status} ${url}`);
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
      const html = await response.text();
      for (const [, href = ''] of html.matchAll(/(?:href|src)="([^"]+)"/g)) {
        const target = new URL(href.replaceAll('&amp;', '&'), url);
        target.hash = '';
        if (target.href.startsWith(served.url)) waiting.push(target.href);
      }
    }
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(PAGES.length);
  });

  it.each([
    ['packages/folderledger/', 'packages/FolderLedger/'],
    ['packages/QUILL.TEXT/2.0.0-BETA1/', 'packages/Quill.Text/2.0.0-beta1/'],
  ])('leads from /%s to /%s', async (wrong, right) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(served.url + wrong);
    await page.waitForURL(served.url + right);
    await page.goto(`${served.url}packages/FolderLedger/9.9.9/`);
    await page.waitForFunction(() => document.querySelector('[data-lost]')?.textContent !== '');
    expect(await page.locator('[data-lost]').textContent()).toBe(
      'FolderLedger has no version 9.9.9. There is 1.0.0.',
    );
    await context.close();
  });

  it('finds a package by its name, a part of it, a command, a tag', async () => {
    const { page, complaints, close } = await open('packages/');
    for (const [query, id] of [
      ['Quill.Text', 'Quill.Text'],
      ['folder', 'FolderLedger'],
      ['Find-DuplicateFile', 'FolderLedger'],
      ['certificate', 'EndpointProbe'],
    ] as const) {
      await page.fill('input[type=search]', query);
      await page.waitForFunction(
        (text) => document.querySelector('[data-status]')?.textContent?.includes(text),
        query,
      );
      expect(await page.locator('[data-results] h3').allTextContents(), query).toContain(id);
      expect(new URL(page.url()).searchParams.get('q')).toBe(query);
    }
    await page.fill('input[type=search]', 'xyzzy');
    await page.waitForFunction(() =>
      document.querySelector('[data-status]')?.textContent?.startsWith('No package'),
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('answers a query in the address, and leads there from the home page', async () => {
    const { page, close } = await open('');
    await page.fill('input[type=search]', 'markdown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${served.url}packages/?q=markdown`);
    await page.locator('[data-results] a', { hasText: 'Quill.Markdown' }).click();
    await page.waitForURL(`${served.url}packages/Quill.Markdown/`);
    await close();
  });

  it('does not find what is unlisted', async () => {
    const { page, close } = await open('packages/?q=Palette');
    await page.waitForFunction(() => (document.querySelector('[data-status]')?.textContent ?? '') !== '');
    expect(await page.locator('[data-results] h3').allTextContents()).not.toContain('Quill.Palette');
    await close();
  });

  it('copies a command', async () => {
    const { page, close } = await open('packages/Quill.Text/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('button[data-copy]').first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe('Install-PSResource Quill.Text -Repository PwshelfSampleGallery');
    await close();
  });

  it('is complete without scripts, and shows nothing that would need one', async () => {
    const { page, close } = await open('packages/', { javaScriptEnabled: false });
    expect(await page.locator('.rows h3 a', { hasText: 'Quill.Text' }).isVisible()).toBe(true);
    expect(await page.locator('form').isVisible()).toBe(false);
    await page.goto(`${served.url}packages/Quill.Text/`);
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('text=Install-Module Quill.Text').isVisible()).toBe(true);
    await close();
  });

  it('says what is deprecated, unlisted and superseded', async () => {
    const { page, close } = await open('packages/Quill.Slug/');
    expect(await page.locator('.banner').textContent()).toMatch(/Deprecated.*Quill\.Text instead/s);
    await page.goto(`${served.url}packages/Quill.Palette/`);
    expect(await page.locator('.banner').first().textContent()).toMatch(/Unlisted/);
    await page.goto(`${served.url}packages/Quill.Text/1.0.0/`);
    expect(await page.locator('.banner').textContent()).toMatch(/newer version is there: 1\.1\.0/);
    await close();
  });

  it('shows its own page for an address that is not there', async () => {
    const response = await fetch(`${served.url}nothing/here/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no such page');
  });
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
