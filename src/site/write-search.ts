/**
 * Writes what the browser searches: the index of packages and commands, and beside it Pagefind's index of prose, which
 * is the documentation of the gallery and the READMEs of its packages.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { isPackageListed, shownVersion } from '../domain/gallery.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import { buildSearchIndex } from '../search/build-index.ts';
import type { SiteContext } from './gallery-context.ts';
import { categoryTitles, searchRecords } from './search-records.ts';

/** Pagefind reads everything again at each build, and takes 2 ms and 250 KB for a README. */
export const MAX_SEARCHED_READMES = 1_000;

/** @param outDir  absolute; the root of the site, with the pages of the documentation in it */
export async function writeSearch(context: SiteContext, outDir: string): Promise<void> {
  await writeIndex(context, outDir);
  await writeProse(context, outDir);
}

async function writeIndex(context: SiteContext, outDir: string): Promise<void> {
  const folders = new Set<string>();
  const options = { categories: categoryTitles(context.gallery) };
  for (const { path, text } of buildSearchIndex(searchRecords(context), options)) {
    const folder = dirname(join(outDir, path));
    if (!folders.has(folder)) await mkdir(folder, { recursive: true });
    folders.add(folder);
    await writeFile(join(outDir, path), text);
  }
}

/** @throws GalleryError when Pagefind does not run */
async function writeProse(context: SiteContext, outDir: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: 'en', writePlayground: false });
  if (!index) throw new GalleryError('PAGEFIND', `The search index cannot be made: ${errors.join('; ')}.`);
  const check = (failed: readonly string[]) => {
    if (failed.length > 0) throw new GalleryError('PAGEFIND', `The search index: ${failed.join('; ')}.`);
  };
  try {
    for (const name of await docsFiles(outDir)) {
      const content = await readFile(join(outDir, name), 'utf8');
      check((await index.addHTMLFile({ sourcePath: name, content })).errors);
    }
    const listed = context.gallery.packages.filter(isPackageListed);
    for (const { id, ...owner } of listed.length > MAX_SEARCHED_READMES ? [] : listed) {
      const { readme } = context.readDocs(shownVersion({ id, ...owner }));
      if (readme === '') continue;
      const meta = { title: id, package: id };
      const record = { url: `/packages/${id}/`, language: 'en', content: readme, meta };
      check((await index.addCustomRecord(record)).errors);
    }
    check((await index.writeFiles({ outputPath: join(outDir, 'pagefind') })).errors);
  } finally {
    await pagefind.close();
  }
}

async function docsFiles(outDir: string): Promise<readonly string[]> {
  const names = await readdir(join(outDir, 'docs'), { recursive: true });
  return names
    .filter((name) => name.endsWith('.html'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`)
    .sort();
}
