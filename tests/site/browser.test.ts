/** The built site in a real browser, under a base path: policy, links, search, accessibility, and use without scripts. */
import { gzipSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltSite, openBuiltSite } from '../support/built-site.ts';
import { describeWithClient } from '../support/clients.ts';

const PHONE = { width: 320, height: 640 };
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
  'packages/Quill.Text/compare/',
  'commands/',
  'commands/convertto/',
  'commands/by-noun/',
  'commands/by-noun/f/',
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
  let site: BuiltSite;

  beforeAll(async () => {
    site = await openBuiltSite(executablePath);
  });
  afterAll(() => site?.close());

  it.each(PAGES)(
    'shows /%s without a complaint of the browser, accessibly, on a phone and in the dark',
    async (path) => {
      const { page, complaints, close } = await site.open(path);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
      }
      await page.setViewportSize(PHONE);
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    },
  );

  it('holds the policy as the first of its statements', async () => {
    const { page, close } = await site.open('');
    const first = await page.evaluate(() => document.head.querySelector('meta')?.outerHTML);
    expect(first).toContain('Content-Security-Policy');
    expect(first).toContain("default-src 'none'");
    await close();
  });

  it.each(PAGES)('sends little for /%s', async (path) => {
    const sizeOf = async (url: string) =>
      gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length;
    const html = await (await fetch(site.url + path)).text();
    const filesOf = (ending: string) => [
      ...new Set(
        [...html.matchAll(/(?:href|src)="([^"]+)"/g)]
          .map(([, href = '']) => href)
          .filter((href) => href.endsWith(ending)),
      ),
    ];
    const sum = async (hrefs: readonly string[]) =>
      (await Promise.all(hrefs.map((href) => sizeOf(new URL(href, site.url).href)))).reduce(
        (a, b) => a + b,
        0,
      );
    const scripts = await sum(filesOf('.js'));
    expect(scripts).toBeLessThan(15 * 1024);
    expect(gzipSync(html).length + scripts + (await sum(filesOf('.css')))).toBeLessThan(60 * 1024);
  });

  it('leads nowhere that is not there, and to no place of a page that it lacks', async () => {
    const seen = new Set<string>();
    const places = new Map<string, string>();
    const idsOf = new Map<string, ReadonlySet<string>>();
    const waiting = [site.url];
    const broken: string[] = [];
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      if (seen.has(url)) continue;
      seen.add(url);
      const response = await fetch(url);
      if (response.status !== 200) broken.push(`${response.status} ${url}`);
      if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
      const html = await response.text();
      const ids = [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id.replaceAll('&amp;', '&'));
      expect(ids.length, `names that ${url} gives twice`).toBe(new Set(ids).size);
      idsOf.set(url, new Set(ids));
      // Cards are named by absolute addresses, as those who show them need.
      for (const [, href = ''] of html.matchAll(/(?:href|src|og:image" content)="([^"]+)"/g)) {
        const target = new URL(href.replaceAll('&amp;', '&'), url);
        const hash = decodeURIComponent(target.hash.slice(1));
        target.hash = '';
        if (hash !== '') places.set(`${target.href} ${hash}`, url);
        if (target.href.startsWith(site.url)) waiting.push(target.href);
      }
    }
    for (const [place, from] of places) {
      const [url = '', id = ''] = place.split(' ');
      if (url.startsWith(site.url) && !idsOf.get(url)?.has(id)) broken.push(`${url}#${id} from ${from}`);
    }
    expect(broken).toEqual([]);
    expect(seen.size).toBeGreaterThan(PAGES.length);
  });

  it.each([
    ['packages/folderledger/', 'packages/FolderLedger/'],
    ['packages/QUILL.TEXT/2.0.0-BETA1/', 'packages/Quill.Text/2.0.0-beta1/'],
    ['tags/Markdown', 'tags/markdown/'],
  ])('leads from /%s to /%s', async (wrong, right) => {
    const context = await site.browser.newContext();
    const page = await context.newPage();
    await page.goto(site.url + wrong);
    await page.waitForURL(site.url + right);
    await page.goto(`${site.url}packages/FolderLedger/9.9.9/`);
    await page.waitForFunction(() => document.querySelector('[data-lost]')?.textContent !== '');
    expect(await page.locator('[data-lost]').textContent()).toBe(
      'FolderLedger has no version 9.9.9. There is 1.0.0.',
    );
    await context.close();
  });

  it('finds a package by its name, a part of it, a command, a tag', async () => {
    const { page, complaints, close } = await site.open('packages/');
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
    const { page, close } = await site.open('');
    await page.fill('input[type=search]', 'markdown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}packages/?q=markdown`);
    await page.locator('[data-results] a', { hasText: 'Quill.Markdown' }).click();
    await page.waitForURL(`${site.url}packages/Quill.Markdown/`);
    await close();
  });

  it('does not find what is unlisted', async () => {
    const { page, close } = await site.open('packages/?q=Palette');
    await page.waitForFunction(() => (document.querySelector('[data-status]')?.textContent ?? '') !== '');
    expect(await page.locator('[data-results] h3').allTextContents()).not.toContain('Quill.Palette');
    await close();
  });

  it('keeps what is unlisted out of the searches of the web', async () => {
    const map = await (await fetch(`${site.url}sitemap-0.xml`)).text();
    expect(map).toContain(`${site.url}packages/Quill.Text/`);
    expect(map).not.toContain('Quill.Palette');
    for (const path of ['', '0.3.0/', 'commands/Format-AnsiText/', 'files/Quill.Palette.psd1/']) {
      const html = await (await fetch(`${site.url}packages/Quill.Palette/${path}`)).text();
      expect(html, path).toContain('<meta name="robots" content="noindex">');
    }
    expect(await (await fetch(`${site.url}packages/Quill.Text/`)).text()).not.toContain('noindex');
  });

  it('copies a command', async () => {
    const { page, close } = await site.open('packages/Quill.Text/', {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('button[data-copy]').first().click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe('Install-PSResource Quill.Text -Repository PwshelfSampleGallery');
    await close();
  });

  it.each([
    '',
    'packages/Quill.Text/',
    'packages/Quill.Text/compare/',
    'packages/FolderLedger/9.9.9/',
    'docs/install/',
  ])('moves nothing that one reads when /%s is opened', async (path) => {
    for (const viewport of [PHONE, { width: 1280, height: 900 }]) {
      const context = await site.browser.newContext({ viewport });
      const page = await context.newPage();
      await page.addInitScript(() => {
        const seen = window as unknown as { shift: number };
        seen.shift = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
      const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
      // Nobody sees a letter move by a fraction of a pixel, as when a font comes late on a busy machine.
      expect(shift).toBeLessThan(0.001);
      await context.close();
    }
  });

  it('is complete without scripts, and shows nothing that would need one', async () => {
    const { page, close } = await site.open('packages/', { javaScriptEnabled: false });
    expect(await page.locator('.rows h3 a', { hasText: 'Quill.Text' }).isVisible()).toBe(true);
    expect(
      (await page.locator('.row', { hasText: 'Quill.Text' }).locator('.row-facts').textContent())?.trim(),
    ).toBe(
      [
        'module',
        'PowerShell 5.1, Desktop and Core',
        'Windows, Linux, macOS',
        'by pwshelf',
        'quality 100',
      ].join(' '),
    );
    expect(await page.locator('form').isVisible()).toBe(false);
    await page.goto(`${site.url}packages/Quill.Text/`);
    expect(await page.locator('button:visible').count()).toBe(0);
    expect(await page.locator('text=Install-Module Quill.Text').isVisible()).toBe(true);
    await close();
  });

  it('tells those who come to a package first how to register the gallery, and whom to tell of a problem', async () => {
    const { page, close } = await site.open('packages/Quill.Text/', { javaScriptEnabled: false });
    await page.locator('summary', { hasText: 'Register the gallery once' }).click();
    const line = `Register-PSRepository -Name PwshelfSampleGallery -SourceLocation ${site.url}api/v2/`;
    expect(await page.locator('.register .commands').textContent()).toContain(line);
    const report = page.locator('.aside a', { hasText: 'Report this package' });
    expect(await report.getAttribute('href')).toBe('/repo/docs/report/');
    await close();
  });

  it('keeps the sections of a package within reach while one reads', async () => {
    const { page, close } = await site.open('packages/Quill.Text/');
    await page.locator('.sections a', { hasText: 'Quality' }).click();
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(1000);
    const nav = await page.locator('.sections-nav').boundingBox();
    expect(nav?.y).toBeCloseTo(0, 0);
    await page.locator('.sections a', { hasText: 'README' }).click();
    const readme = await page.locator('#readme').boundingBox();
    expect(readme?.y).toBeGreaterThanOrEqual(nav?.height ?? 0);
    await close();
  });

  it('says what is deprecated, unlisted and superseded', async () => {
    const { page, close } = await site.open('packages/Quill.Slug/');
    expect(await page.locator('.banner').textContent()).toMatch(/Deprecated.*Quill\.Text instead/s);
    await page.goto(`${site.url}packages/Quill.Palette/`);
    expect(await page.locator('.banner').first().textContent()).toMatch(/Unlisted/);
    await page.goto(`${site.url}packages/Quill.Text/1.0.0/`);
    expect(await page.locator('.banner').textContent()).toMatch(/newer version is there: 1\.1\.0/);
    await page.goto(`${site.url}packages/Quill.Text/`);
    expect(await page.locator('.banner').textContent()).toMatch(/newer prerelease is there:\s+2\.0\.0-beta1/);
    await close();
  });

  it('shows its own page for an address that is not there', async () => {
    const response = await fetch(`${site.url}nothing/here/`);
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('There is no such page');
  });
});

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
