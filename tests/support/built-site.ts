/** The sample gallery, built with its site, served under a base path and opened in a real browser. */

import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { siteBuilder } from '../../src/cli/site-builder.ts';
import { feedRenderer } from '../../src/feed/render-feed.ts';
import { buildGallery } from '../../src/io/build-gallery.ts';
import { CHROMIUM_ARGS } from './chromium-args.ts';
import { findFreePort, serveGallery } from './serve-gallery.ts';
import { SAMPLE_INDEX } from './served-samples.ts';
import { makeLastingTempDir, removeTempDir } from './temp-dir.ts';

const BASE = '/repo/';
const DESKTOP = { width: 1280, height: 900 };

export interface OpenPage {
  readonly page: Page;
  /** All that the browser complains of: errors, refusals of the policy, requests that failed or left the site. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface BuiltSite {
  /** Ends in `/`. */
  readonly url: string;
  readonly browser: Browser;
  readonly open: (path: string, options?: BrowserContextOptions) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

export async function openBuiltSite(executablePath: string, index = SAMPLE_INDEX): Promise<BuiltSite> {
  const folder = await makeLastingTempDir();
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
  expect(outcome.findings).toEqual([]);
  expect(outcome.kind).toBe('built');
  const served = await serveGallery(outDir, { base: BASE, port });
  const browser = await chromium.launch({
    executablePath,
    args: CHROMIUM_ARGS,
  });
  return {
    url: served.url,
    browser,
    open: (path, options) => openPage(browser, served.url, path, options),
    close: async () => {
      await browser.close();
      await served.close();
      await removeTempDir(folder);
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  path: string,
  options: BrowserContextOptions = {},
): Promise<OpenPage> {
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
    if (!request.url().startsWith(url)) complaints.push(`asked for ${request.url()}`);
  });
  await page.goto(url + path, { waitUntil: 'networkidle' });
  return { page, complaints, close: () => context.close() };
}
