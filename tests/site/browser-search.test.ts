/** The search of the site in a real browser: typing, narrowing, going back, failing, and reading it aloud. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltSite, openBuiltSite } from '../support/built-site.ts';
import { describeWithClient } from '../support/clients.ts';

const FIELD = 'input[type=search]';

/** Waits until the results are those of the address. */
async function settled(page: Page): Promise<readonly string[]> {
  await page.waitForFunction(() => {
    const shows = document.querySelector<HTMLElement>('[data-results]')?.dataset['shows'];
    return shows === location.search;
  });
  return page.locator('[data-results] h3').allTextContents();
}

async function type(page: Page, text: string): Promise<readonly string[]> {
  await page.fill(FIELD, text);
  await page.waitForFunction((typed) => new URLSearchParams(location.search).get('q') === typed, text);
  return settled(page);
}

describeWithClient('chromium', 'the search in chromium', (executablePath) => {
  let site: BuiltSite;

  beforeAll(async () => {
    site = await openBuiltSite(executablePath);
  });
  afterAll(() => site?.close());

  it('loads nothing of itself before someone searches', async () => {
    const { page, close } = await site.open('packages/');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    const scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
    expect(scripts).toBeLessThan(15 * 1024);
    await type(page, 'markdown');
    expect(loaded.some((url) => url.includes('/search/index.json'))).toBe(true);
    await close();
  });

  it('comes in few files, none of which other pages load', async () => {
    const { page, close } = await site.open('packages/');
    const loaded: string[] = [];
    page.on('request', (request) => loaded.push(request.url()));
    await type(page, 'Functions:"Get-TlsCertificate"');
    const scripts = loaded.filter((url) => url.endsWith('.js'));
    expect(scripts.map((url) => /([^/.]+)\.[^/]+$/.exec(url)?.[1]).toSorted()).toEqual([
      'format-text',
      'search',
      'search-page',
    ]);
    await page.goto(`${site.url}packages/Quill.Text/compare/`);
    const others = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(others.filter((url) => url.includes('/search'))).toEqual([]);
    await close();
  });

  it('finds as one types, marks what fits, and counts aloud', async () => {
    const { page, complaints, close } = await site.open('packages/');
    await page.locator(FIELD).pressSequentially('markd');
    expect(await settled(page)).toContain('Quill.Markdown');
    expect(await page.locator('[data-results] mark').first().textContent()).toMatch(/^markd/i);
    const status = page.locator('[role=status]');
    expect(await status.textContent()).toMatch(/^\d+ packages? for “markd”$/);
    expect(await type(page, 'Markdwon')).toEqual(expect.arrayContaining(['Quill.Markdown']));
    expect(await status.textContent()).toMatch(/^No package for “Markdwon”, but \d+ like it$/);
    expect(complaints).toEqual([]);
    await close();
  });

  it('is an address, and goes back and forth', async () => {
    const { page, close } = await site.open('packages/?q=Type%3Ascript');
    const scripts = await settled(page);
    expect(scripts).toEqual(['Clear-StaleFile', 'Invoke-FolderCare']);
    await page.locator(FIELD).press('End');
    await page.locator(FIELD).pressSequentially(' stale');
    await page.waitForFunction(() => location.search.includes('stale'));
    expect(await settled(page)).toContain('Clear-StaleFile');
    await page.goBack();
    expect(await settled(page)).toEqual(scripts);
    expect(await page.inputValue(FIELD)).toBe('Type:script');
    await page.goForward();
    await page.waitForFunction(() => location.search.includes('stale'));
    expect(await page.inputValue(FIELD)).toBe('Type:script stale');
    await close();
  });

  it('is narrowed by boxes, which stand in the query, and by taking terms away', async () => {
    const { page, complaints, close } = await site.open('packages/?q=');
    const all = await settled(page);
    const box = page.getByLabel('Script', { exact: false }).first();
    const count = Number(
      await page.locator('label', { hasText: 'Script' }).locator('.facet-count').textContent(),
    );
    await box.check();
    await page.waitForFunction(() => location.search.includes('Type'));
    expect(await settled(page)).toHaveLength(count);
    expect(await page.inputValue(FIELD)).toBe('Type:script');
    // The box keeps the focus although it is drawn anew.
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('facet-Type-1');
    await page.getByRole('button', { name: 'Remove Type:script' }).click();
    await page.waitForFunction(() => !location.search.includes('Type'));
    expect(await settled(page)).toEqual(all);
    await page.selectOption('.search-sort select', 'quality');
    await page.waitForFunction(() => location.search.includes('sort=quality'));
    const qualities = (await settled(page)).length;
    expect(qualities).toBe(all.length);
    const scores = await page.locator('[data-results] .row-facts').allTextContents();
    const numbers = scores.map((text) => Number(/quality (\d+)/.exec(text)?.[1]));
    expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    expect(complaints).toEqual([]);
    await close();
  });

  it('finds commands, by name, part, pattern, alias and parameter', async () => {
    const { page, complaints, close } = await site.open('packages/?q=checksum&in=commands');
    expect(await settled(page)).toEqual(['New-ChecksumFile', 'Test-ChecksumFile']);
    expect(await type(page, 'wrap')).toContain('wrap');
    expect(await type(page, '*-TlsC*')).toEqual(['Get-TlsCertificate']);
    const row = page.locator('[data-results] .row').first();
    expect(await row.locator('p').first().textContent()).toMatch(/certificate/i);
    expect(await row.textContent()).toContain('in EndpointProbe 1.0.0');
    expect((await type(page, 'Parameters:Path')).length).toBeGreaterThan(2);
    await type(page, 'Get-TlsCertificate');
    await page.locator('[data-results] h3 a').click();
    await page.waitForURL(`${site.url}packages/EndpointProbe/commands/Get-TlsCertificate/`);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leads from a command that was typed among packages to the command', async () => {
    const { page, close } = await site.open('packages/?q=Find-DuplicateFile');
    await settled(page);
    await page.getByRole('link', { name: 'See the command' }).click();
    await page.waitForFunction(() => location.search.includes('in=commands'));
    expect(await settled(page)).toEqual(['Find-DuplicateFile']);
    await close();
  });

  it('finds passages of the documentation and of READMEs', async () => {
    const { page, complaints, close } = await site.open('packages/?q=unlisted&in=docs');
    expect((await settled(page)).length).toBeGreaterThan(2);
    await page.locator('[data-results] h3 a').first().click();
    await page.waitForURL(`${site.url}docs/**`);
    await page.goto(`${site.url}packages/?q=checksums&in=docs`);
    await settled(page);
    expect(await page.locator('[data-results] .row', { hasText: 'README' }).count()).toBeGreaterThan(0);
    expect(await page.locator('.search-notes p').count()).toBe(0);
    await type(page, 'checksums Type:module "un');
    expect(await page.locator('.search-notes').textContent()).toMatch(
      /no partner.*names of fields do not count/,
    );
    expect(complaints).toEqual([]);
    await close();
  });

  it('says what it did with a query that does not fit, and what to try', async () => {
    const { page, close } = await site.open('packages/');
    await type(page, 'Colour:markdown');
    expect(await page.locator('.search-notes').textContent()).toContain('no field Colour:');
    expect(await page.locator('[data-results] h3').count()).toBeGreaterThan(0);
    await type(page, 'markdown Type:script Quality:>=101');
    const message = page.locator('.search-message');
    expect(await message.textContent()).toContain('No package has all of this.');
    await message.getByRole('link', { name: 'Look for it among commands' }).waitFor();
    await type(page, 'Functions:Get-Tls');
    await message.getByRole('link', { name: 'Functions:"Get-TlsCertificate"' }).click();
    await page.waitForFunction(() => location.search.includes('Certificate'));
    expect(await settled(page)).toEqual(['EndpointProbe']);
    await close();
  });

  it('says which part is missing, and tries again', async () => {
    const { page, close } = await site.open('packages/');
    await page.route('**/search/*/words/*.json', (route) => route.fulfill({ status: 404, body: '' }));
    await page.fill(FIELD, 'markdown');
    const message = page.locator('.search-message');
    await message.getByText(/words\/0\.json: the host answers 404/).waitFor();
    expect(await page.locator('[data-status]').textContent()).toBe('The search does not work right now.');
    await page.unroute('**/search/*/words/*.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    expect(await settled(page)).toContain('Quill.Markdown');
    await close();
  });

  it('asks for a new page when a part of the program went with an earlier build', async () => {
    const { page, close } = await site.open('packages/?q=text');
    await settled(page);
    await page.route('**/command-results*.js', (route) => route.fulfill({ status: 404, body: '' }));
    await page.locator('.search-tabs').getByRole('link', { name: 'Commands' }).click();
    await page
      .locator('.search-message')
      .getByText(/The gallery may have been built anew/)
      .waitFor();
    expect(await page.locator('.facets').textContent()).toBe('');
    await page.unroute('**/command-results*.js');
    await page.getByRole('button', { name: 'Reload the page' }).click();
    expect(await settled(page)).not.toEqual([]);
    await close();
  });

  it('finds the index of a later build by itself', async () => {
    const { page, close } = await site.open('packages/');
    let isOld = true;
    await page.route('**/search/index.json', async (route) => {
      const response = await route.fetch();
      const text = await response.text();
      await route.fulfill({
        response,
        body: isOld ? text.replace(/"generation":"\w+"/, '"generation":"0000"') : text,
      });
      isOld = false;
    });
    expect(await type(page, 'markdown')).toContain('Quill.Markdown');
    await close();
  });

  it('says that the device is offline', async () => {
    const { page, close } = await site.open('packages/');
    await type(page, 'markdown');
    await page.context().setOffline(true);
    await page.fill(FIELD, 'Version:>=1.0');
    await page
      .locator('.search-message')
      .getByText(/this device is offline/)
      .waitFor();
    await close();
  });

  it('never runs what is typed', async () => {
    const { page, complaints, close } = await site.open('packages/');
    for (const text of [
      '<img src=x onerror=alert(1)>',
      '"><script>alert(1)</script>',
      'Tags:"<b>x</b>" -"<i>"',
    ]) {
      await type(page, text);
      expect(await page.locator('[data-search-page] :is(img[src=x], script, b, i)').count()).toBe(0);
    }
    expect(complaints).toEqual([]);
    await close();
  });

  it('is walked by keys', async () => {
    const { page, close } = await site.open('packages/?q=quill');
    const [first = ''] = await settled(page);
    await page.locator(FIELD).focus();
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    expect(await focused()).toBe(first);
    const isInField = () => page.evaluate(() => document.activeElement?.matches('input[type=search]'));
    await page.keyboard.press('Escape');
    expect(await isInField()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await isInField()).toBe(false);
    expect(await page.inputValue(FIELD)).toBe('quill');
    await page.keyboard.press('/');
    expect(await isInField()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    expect(await isInField()).toBe(true);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.url}packages/${first}/`);
    await close();
  });

  it.each([
    ['light', 1280, '?q=quill%20Type%3Amodule'],
    ['dark', 1280, '?q=file&in=commands'],
    ['light', 390, '?q=text'],
    ['dark', 390, '?q=xyzzy%20abc'],
  ] as const)('can be used by everyone: %s, %i wide, %s', async (colorScheme, width, search) => {
    const options = { colorScheme, viewport: { width, height: 900 } };
    const { page, close } = await site.open(`packages/${search}`, options);
    await settled(page);
    await page.locator('.search-syntax summary').click();
    if (width < 900 && (await page.locator('.facets summary').count()) > 0)
      await page.locator('.facets summary').click();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await close();
  });
});
