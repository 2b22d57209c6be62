/** A build that takes pages from the last one must write what a build from nothing writes. */
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { siteBuilder } from '../../src/cli/site-builder.ts';
import { feedRenderer } from '../../src/feed/render-feed.ts';
import { buildGallery } from '../../src/io/build-gallery.ts';
import { readTree } from '../support/read-tree.ts';
import { SAMPLE_INDEX } from '../support/served-samples.ts';
import { makeLastingTempDir, removeTempDir } from '../support/temp-dir.ts';

let folder: string;
let index: string;

beforeAll(async () => {
  folder = await makeLastingTempDir();
  index = join(folder, 'index');
  await cp(SAMPLE_INDEX, index, { recursive: true });
});
afterAll(() => removeTempDir(folder));

async function build(name: string, isCached: boolean) {
  const outDir = join(folder, name);
  const cacheDir = isCached ? join(folder, 'cache') : undefined;
  const outcome = await buildGallery({
    indexDir: index,
    outDir,
    siteUrl: 'https://gallery.example.org/team/',
    cacheDir,
    rendererOf: feedRenderer,
    site: siteBuilder(index, undefined),
  });
  expect(outcome.findings).toEqual([]);
  return { outcome, files: await readTree(outDir) };
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  const file = join(index, path);
  const text = await readFile(file, 'utf8');
  expect(change(text)).not.toBe(text);
  await writeFile(file, change(text));
}

/** Paths whose bytes differ, or that only one of the two has. */
function differences(
  one: ReadonlyMap<string, Buffer>,
  other: ReadonlyMap<string, Buffer>,
): readonly string[] {
  const paths = new Set([...one.keys(), ...other.keys()]);
  return [...paths].filter((path) => !one.get(path)?.equals(other.get(path) ?? Buffer.of())).sort();
}

/** Each adds to the ones before it. */
const CHANGES: readonly (readonly [string, () => Promise<void>])[] = [
  ['nothing', async () => {}],
  [
    'a version unlisted',
    () => edit('packages/Quill.Text.yaml', (text) => text.replace('1.1.0\n', '1.1.0\n    listed: false\n')),
  ],
  [
    'a package deprecated for another',
    () =>
      edit(
        'packages/Quill.Palette.yaml',
        (text) => `${text}deprecated:\n  reasons: [Legacy]\n  replacement: Quill.Text\n`,
      ),
  ],
  [
    'a package gone that others name',
    async () => {
      await rm(join(index, 'packages/Quill.Slug.yaml'));
      await rm(join(index, 'blobs/Quill.Slug.1.0.0.nupkg'));
    },
  ],
  [
    'another owner',
    () => edit('packages/FolderLedger.yaml', (text) => text.replace('- pwshelf', '- contoso')),
  ],
  [
    'the name and the logo of the gallery',
    async () => {
      await writeFile(join(index, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
      await edit(
        'gallery.yaml',
        (text) => `${text.replace(/title: .*/, 'title: Another')}site:\n  logo: mark.svg\n`,
      );
    },
  ],
];

it('takes over what is the same, and nothing else', async () => {
  for (const [what, change] of CHANGES) {
    await change();
    const { outcome, files } = await build('kept', true);
    const { files: fresh } = await build('fresh', false);
    expect(differences(files, fresh), what).toEqual([]);
    if (what === 'nothing') {
      expect(outcome.writtenCount).toBeGreaterThan(400);
      continue;
    }
    expect(outcome.writtenCount, what).toBeGreaterThan(0);
    if (what !== 'the name and the logo of the gallery') expect(outcome.writtenCount, what).toBeLessThan(150);
  }
});

it("puts a gallery's own components in place of ours", async () => {
  const components = join(folder, 'site-overrides/components');
  await mkdir(components, { recursive: true });
  await writeFile(
    join(components, 'package-row.astro'),
    [
      '---',
      "import Row from 'pwshelf:site/components/package-row.astro';",
      "import { marked } from '../lib/marked.ts';",
      'const { item } = Astro.props;',
      '---',
      '<Row item={item} /><li class="own">{marked(item.id)}</li>',
    ].join('\n'),
  );
  await mkdir(join(folder, 'site-overrides/lib'));
  await writeFile(
    join(folder, 'site-overrides/lib/marked.ts'),
    "export const marked = (id: string) => ['Own', id].join(' ');\n",
  );
  const { files } = await build('kept', true);
  const list = files.get('packages/index.html')?.toString() ?? '';
  expect(list).toContain('class="own">Own Quill.Text</li>');
  expect(list).toContain('class="row"');
});
