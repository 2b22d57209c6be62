/** The site's part of a build: pages by Astro, then the search index of Pagefind, into a folder of the caller's. */
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { type SiteContext, setSiteContext } from './gallery-context.ts';
import { buildSearchIndex } from './search-index.ts';
import { PROJECT_ROOT, siteConfig } from './site-config.ts';

export interface BuildSiteOptions {
  readonly context: SiteContext;
  /** Absolute; what is there already stays. */
  readonly outDir: string;
}

export async function buildSite({ context, outDir }: BuildSiteOptions): Promise<void> {
  setSiteContext(context);
  // Astro runs the pages that it has bundled from inside its output folder, so that must lie where packages are found,
  // below the current folder. One for each process: two builds may run at once.
  const renderDir = join(PROJECT_ROOT, '.cache', `site-${process.pid}`);
  const callerDir = process.cwd();
  await rm(renderDir, { recursive: true, force: true });
  await mkdir(renderDir, { recursive: true });
  try {
    process.chdir(PROJECT_ROOT);
    await build({ ...siteConfig(context.siteUrl), configFile: false, outDir: renderDir, logLevel: 'error' });
    await buildSearchIndex(context, renderDir);
    await moveInto(renderDir, outDir);
  } finally {
    process.chdir(callerDir);
    await rm(renderDir, { recursive: true, force: true });
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) {
    try {
      await rename(join(from, name), join(to, name));
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
      // Another disk.
      await cp(join(from, name), join(to, name), { recursive: true });
    }
  }
}
