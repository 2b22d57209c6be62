/** What the scripts of the site do for those who use it, in a real browser. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltSite, openBuiltSite } from '../support/built-site.ts';
import { describeWithClient } from '../support/clients.ts';

describeWithClient('chromium', 'scripts in chromium', (executablePath) => {
  let site: BuiltSite;

  beforeAll(async () => {
    site = await openBuiltSite(executablePath);
  });
  afterAll(() => site?.close());

  it('compares any two versions, line by line, and keeps the choice in the address', async () => {
    const { page, complaints, close } = await site.open(
      'packages/Quill.Text/compare/?from=1.0.0&to=2.0.0-beta1',
    );
    await page.getByText('2.0.0-beta1 from 1.0.0', { exact: true }).waitFor();
    const manifest = page.locator('.file-change', { hasText: 'Quill.Text.psd1' });
    await manifest.locator('summary').click();
    await manifest.locator('.added', { hasText: 'ModuleVersion' }).waitFor();
    expect(await manifest.locator('.removed', { hasText: 'ModuleVersion' }).textContent()).toContain('1.0.0');
    await page.getByRole('button', { name: 'Swap' }).click();
    await page.getByText('1.0.0 from 2.0.0-beta1', { exact: true }).waitFor();
    expect(new URL(page.url()).search).toBe('?from=2.0.0-beta1&to=1.0.0');
    await page.goBack();
    await page.getByText('2.0.0-beta1 from 1.0.0', { exact: true }).waitFor();
    await page.selectOption('select[name=to]', '1.0.0');
    await page.getByText('Nothing but the version.').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it('says the same of two neighbours as their static page', async () => {
    const { page, close } = await site.open('packages/Quill.Text/1.1.0/changes/');
    const sections = () =>
      page.locator('.section h2, .command-changes li, .fact-changes dd').allTextContents();
    const fixed = await sections();
    await page.goto(`${site.url}packages/Quill.Text/compare/?from=1.0.0&to=1.1.0`);
    await page.getByText('1.1.0 from 1.0.0', { exact: true }).waitFor();
    expect(fixed.length).toBeGreaterThan(3);
    expect(await sections()).toEqual(fixed);
    await close();
  });

  it('lists its keys, searches at a stroke and walks along lists', async () => {
    const { page, complaints, close } = await site.open('packages/');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.keyboard.press('/');
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent || document.activeElement?.tagName);
    expect(await focused()).toBe('INPUT');
    const names = await page.locator('.rows h3 a').allTextContents();
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(names[0]);
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe(names[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('INPUT');
    await page.keyboard.type('?');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it('leads to the search from pages that have none', async () => {
    const { page, close } = await site.open('statistics/');
    await page.keyboard.press('/');
    await page.waitForURL(`${site.url}packages/#search`);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await close();
  });

  it('prints what is read, without what is clicked', async () => {
    const { page, close } = await site.open('packages/Quill.Text/');
    await page.emulateMedia({ media: 'print' });
    expect(
      await page.locator('.copy:visible, .foot:visible, .sections:visible, .head nav:visible').count(),
    ).toBe(0);
    expect(await page.getByRole('heading', { name: 'Quill.Text' }).first().isVisible()).toBe(true);
    await close();
  });

  it('does not move what one reads while it loads', async () => {
    for (const path of [
      '',
      'packages/',
      'packages/Quill.Text/',
      'packages/FolderLedger/commands/Find-DuplicateFile/',
    ]) {
      const { page, close } = await site.open(path);
      const shift = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            let sum = 0;
            new PerformanceObserver((list) => {
              for (const entry of list.getEntries())
                sum += (entry as PerformanceEntry & { value: number }).value;
            }).observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => setTimeout(() => resolve(sum), 50));
          }),
      );
      expect(shift, path).toBeLessThan(0.01);
      await close();
    }
  });
});
