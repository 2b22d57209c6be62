/** The site's part of a build: pages by Astro, then the search index of Pagefind, into a folder of the caller's. */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { type SiteContext, setSiteContext } from './gallery-context.ts';
import { buildSearchIndex } from './search-index.ts';
import { PROJECT_ROOT, siteConfig } from './site-config.ts';
import { writeCards } from './write-cards.ts';

let buildCount = 0;

export interface BuildSiteOptions {
  readonly context: SiteContext;
  /** Absolute; what is there already stays. */
  readonly outDir: string;
  /** Absolute; undefined to render every page. Pages that show what they showed are taken from there. */
  readonly cacheDir: string | undefined;
  /** Absolute; components that replace ours. */
  readonly overridesDir: string | undefined;
}

export async function buildSite(options: BuildSiteOptions): Promise<void> {
  const { context, outDir, cacheDir, overridesDir } = options;
  setSiteContext(context);
  // Astro runs the pages that it has bundled from inside its output folder, so that must lie where packages are found,
  // below the current folder. A new one for each build: modules of an earlier build would be taken for those of this.
  const renderDir = join(PROJECT_ROOT, '.cache', `site-${process.pid}-${++buildCount}`);
  const keptDir = cacheDir === undefined ? undefined : join(cacheDir, `site-${markOf(outDir)}`);
  const callerDir = process.cwd();
  await rm(renderDir, { recursive: true, force: true });
  await mkdir(renderDir, { recursive: true });
  try {
    process.chdir(PROJECT_ROOT);
    const cards = writeCards(context, renderDir, keptDir);
    const pages = build({
      ...siteConfig(context.siteUrl, overridesDir),
      ...(keptDir === undefined ? {} : { cacheDir: keptDir }),
      configFile: false,
      outDir: renderDir,
      logLevel: 'error',
      experimental: { incrementalBuild: keptDir !== undefined },
    });
    // Side by side: pictures are drawn by threads of their own.
    await Promise.all([cards, pages]);
    await buildSearchIndex(context, renderDir);
    await moveInto(renderDir, outDir);
  } finally {
    process.chdir(callerDir);
    await rm(renderDir, { recursive: true, force: true });
  }
}

function markOf(folder: string): string {
  return createHash('sha256').update(folder).digest('hex').slice(0, 16);
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
