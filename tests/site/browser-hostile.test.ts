/**
 * A package whose every field carries texts that would run scripts, shown in a real browser, with the security policy
 * of the pages and without it: nothing runs, and nothing is asked of another host.
 */

import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteBuilder } from '../../src/cli/site-builder.ts';
import { feedRenderer } from '../../src/feed/render-feed.ts';
import { buildGallery } from '../../src/io/build-gallery.ts';
import { CHROMIUM_ARGS } from '../support/chromium-args.ts';
import { describeWithClient } from '../support/clients.ts';
import { HOSTILE_TEXTS, powerShellText, xmlText } from '../support/hostile-texts.ts';
import { runVerb } from '../support/run-verb.ts';
import { findFreePort, type ServedGallery, serveGallery } from '../support/serve-gallery.ts';
import { makeLastingTempDir, removeTempDir } from '../support/temp-dir.ts';
import { makeIndexIn, OWNER, writePackage } from '../support/temp-index.ts';

const BASE = '/repo/';
const ALL = HOSTILE_TEXTS.join('\n');
/** A field holds so many characters. */
const FIELD = HOSTILE_TEXTS.filter((text) => !text.includes('\n')).join(' ');

describeWithClient('chromium', 'a hostile package in chromium', (executablePath) => {
  let served: ServedGallery;
  let browser: Browser;
  let pages: readonly string[];
  let folder: string;

  beforeAll(async () => {
    folder = await makeLastingTempDir();
    const { index } = await makeIndexIn(folder);
    const versions = ['1.0.0', '1.1.0'];
    for (const version of versions) {
      const file = await writePackage(folder, hostilePackage(version));
      const { code, err } = await runVerb('publish', file, '--index', index, '--as', OWNER, '--no-cache');
      expect(code, err.slice(0, 2000)).toBe(0);
    }
    const port = await findFreePort();
    const outDir = join(folder, 'dist');
    const outcome = await buildGallery({
      indexDir: index,
      outDir,
      siteUrl: `http://127.0.0.1:${port}${BASE}`,
      cacheDir: undefined,
      rendererOf: feedRenderer,
      site: siteBuilder(index, undefined),
    });
    expect(outcome.kind).toBe('built');
    served = await serveGallery(outDir, { base: BASE, port });
    const searches = [
      'q=',
      'q=window&sort=name',
      'q=*&in=commands',
      'q=Get-Sample&in=commands',
      'q=alert&in=docs',
    ];
    pages = [...(await htmlPages(served.url)), ...searches.map((query) => `${served.url}packages/?${query}`)];
    browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGS });
  });
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    await removeTempDir(folder);
  });

  it('has enough of them', () => {
    expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThanOrEqual(200);
    expect(pages.length).toBeGreaterThan(8);
  });

  it.each([
    ['with the policy of the pages', true],
    ['without it', false],
  ])('runs nothing and asks nobody, %s', async (_, hasPolicy) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('dialog', (dialog) => faults.push(`a dialog: ${dialog.message()}`));
    page.on('popup', () => faults.push('a window'));
    await page.route('**/*', async (route) => {
      const request = route.request();
      if (!request.url().startsWith(served.url)) {
        faults.push(`asked for ${request.url()}`);
        await route.abort();
      } else if (hasPolicy || request.resourceType() !== 'document') await route.continue();
      else {
        const response = await route.fetch();
        const body = (await response.text()).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
        expect(body).not.toContain('Content-Security-Policy" content="default-src');
        await route.fulfill({ response, body });
      }
    });
    for (const url of pages) {
      await page.goto(url, { waitUntil: 'load' });
      if (url.includes('?')) await page.waitForSelector('[data-results][data-shows]', { state: 'attached' });
      // What is folded, and what only shows when it is opened.
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      const state = await page.evaluate(() => ({
        isHit: 'hit' in window,
        url: location.href,
        // Scripts and frames that no page of ours has.
        strangers: document.querySelectorAll(
          'script:not([src]):not([type="application/ld+json"]), iframe, object, embed, base, style, form[action^="https:"]',
        ).length,
        handlers: [...document.querySelectorAll('*')].filter((element) =>
          element.getAttributeNames().some((name) => name.startsWith('on')),
        ).length,
        addresses: [...document.querySelectorAll('a[href]')].filter((link) =>
          /^(?:javascript|data|vbscript):/i.test(link.getAttribute('href') ?? ''),
        ).length,
      }));
      expect(state, url).toMatchObject({ isHit: false, strangers: 0, handlers: 0, addresses: 0 });
      expect(state.url.split('#')[0]).toBe(url);
    }
    expect(faults).toEqual([]);
    await context.close();
  });
});

function hostilePackage(version: string) {
  const text = powerShellText(FIELD);
  const manifest = [
    '@{',
    `ModuleVersion = '${version}'`,
    `GUID = 'a3f6a0a2-5d0b-4f0a-9a53-7a4f4a1b2c3d'`,
    `Author = ${text}`,
    `CompanyName = ${text}`,
    `Copyright = ${text}`,
    `Description = ${powerShellText(FIELD.slice(0, 3900))}`,
    `RootModule = 'Sample.Tools.psm1'`,
    `PowerShellVersion = '5.1'`,
    `FunctionsToExport = @('Get-Sample', ${powerShellText('<script>window.hit=1</script>')})`,
    `AliasesToExport = @(${powerShellText('"><img/src=x/onerror=window.hit=1>')})`,
    'CmdletsToExport = @()',
    `PrivateData = @{ PSData = @{ Tags = @(${HOSTILE_TEXTS.filter((item) => !/\s/.test(item))
      .slice(0, 40)
      .map(powerShellText)
      .join(', ')})`,
    `ProjectUri = 'https://example.org/"><script>window.hit=1</script>'`,
    `ReleaseNotes = ${powerShellText(ALL)} } }`,
    '}',
  ].join('\n');
  const help = HOSTILE_TEXTS.map((item) => item.replaceAll('#>', '')).join('\n\n');
  const code = [
    'function Get-Sample {',
    `<#\n.SYNOPSIS\n${FIELD}\n.DESCRIPTION\n${help}\n.PARAMETER Path\n${FIELD}\n.EXAMPLE\n${FIELD}\n\n${help}\n.NOTES\n${help}\n.LINK\njavascript:window.hit=1\n.LINK\nhttps://example.org/"onmouseover="window.hit=1\n.INPUTS\n${FIELD}\n.OUTPUTS\n${FIELD}\n#>`,
    `param([ValidateSet(${text})] [string] $Path = ${text})`,
    `Invoke-WebRequest ${text} -OutFile '${version}'`,
    '}',
    `function ${'<script>window.hit=1</script>'} { }`,
  ].join('\n');
  return {
    nuspec: version,
    psd1: version,
    manifest,
    nuspecText: hostileNuspec(version),
    files: [
      { name: 'Sample.Tools.psm1', data: code },
      { name: 'README.md', data: `${ALL}\n\n${version}` },
      { name: 'LICENSE', data: ALL },
      { name: 'CHANGELOG.md', data: ALL },
      { name: 'en-US/about_Sample.help.txt', data: ALL },
      { name: "a'onerror=window.hit=1 &lt;b&gt;.txt", data: `${ALL}${version}` },
      { name: 'icon.png', data: '<svg onload=window.hit=1>' },
      { name: 'x.svg', data: `<svg xmlns="http://www.w3.org/2000/svg"><script>window.hit=1</script></svg>` },
      { name: 'x.html', data: ALL },
    ],
  };
}

function hostileNuspec(version: string): string {
  const text = xmlText(FIELD);
  const fields = {
    id: 'Sample.Tools',
    version,
    authors: text,
    owners: text,
    description: xmlText(FIELD.slice(0, 3900)),
    summary: text,
    title: text,
    releaseNotes: xmlText(ALL),
    copyright: text,
    language: text,
    tags: xmlText(HOSTILE_TEXTS.filter((item) => !/\s/.test(item)).join(' ')),
    licenseUrl: 'https://example.org/&quot;&gt;&lt;script&gt;window.hit=1&lt;/script&gt;',
    iconUrl: 'https://evil.example/icon.png',
  };
  const metadata = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
  return `<?xml version="1.0"?><package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd"><metadata>${metadata.join('')}</metadata></package>`;
}

/** All pages that the home page leads to. */
async function htmlPages(home: string): Promise<readonly string[]> {
  const seen = new Set<string>();
  const found: string[] = [];
  const waiting = [home];
  for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
    if (seen.has(url)) continue;
    seen.add(url);
    const response = await fetch(url);
    if (!response.headers.get('content-type')?.startsWith('text/html')) continue;
    found.push(url);
    for (const [, href = ''] of (await response.text()).matchAll(/<a [^>]*href="([^"]+)"/g)) {
      const target = new URL(href.replaceAll('&amp;', '&'), url);
      target.hash = '';
      if (target.href.startsWith(home)) waiting.push(target.href);
    }
  }
  return found;
}
