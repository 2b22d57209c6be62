/** The step that finds where a gallery is served. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_ROOT, runClient } from '../support/clients.ts';
import { makeTempDir, writeTree } from '../support/temp-dir.ts';

const SETTINGS = 'title: Contoso\ndescription: Tools.\nowners: [octocat]\n';

async function siteUrl(settings: string) {
  const dir = await makeTempDir();
  await writeTree(dir, { 'index/gallery.yaml': settings, output: '' });
  const run = await runClient(
    process.execPath,
    [join(PROJECT_ROOT, 'scripts/site-url.ts'), join(dir, 'index')],
    {
      cwd: dir,
      env: { GITHUB_REPOSITORY: 'Contoso/gallery', GITHUB_OUTPUT: join(dir, 'output') },
    },
  );
  return { ...run, written: readFileSync(join(dir, 'output'), 'utf8') };
}

it.each([
  ['siteUrl of gallery.yaml', `${SETTINGS}siteUrl: https://ps.contoso.com\n`, 'https://ps.contoso.com/'],
  ['the name of the repository without one', SETTINGS, 'https://contoso.github.io/gallery/'],
  [
    'one line, whatever stands there',
    `${SETTINGS}siteUrl: "https://ps.contoso.com/\\nmerged=true"\n`,
    'https://ps.contoso.com/merged=true/',
  ],
])('is %s', async (_, settings, url) => {
  const { code, output, written } = await siteUrl(settings);
  expect(code, output).toBe(0);
  expect(written).toBe(`url=${url}\n`);
});

it('fails without settings that can be read', async () => {
  const { code, output, written } = await siteUrl('title: [\n');
  expect(code).toBe(2);
  expect(output).toContain('gallery.yaml cannot be read');
  expect(written).toBe('');
});
