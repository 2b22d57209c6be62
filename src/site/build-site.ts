/** The site's part of a build: pages by Astro, then the search index of Pagefind, into a folder of the caller's. */
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'astro';
import { isPackageListed } from '../domain/gallery.ts';
import { packagePagePath, versionPagePath } from '../feed/urls.ts';
import { type SiteContext, setSiteContext } from './gallery-context.ts';
import { PROJECT_ROOT, siteConfig } from './site-config.ts';
import { writeCards } from './write-cards.ts';
import { writeSearch } from './write-search.ts';

let buildCount = 0;

export interface BuildSiteOptions {
  readonly context: SiteContext;
  /** Absolute; what is there already stays. */
  readonly outDir: string;
  /** Absolute; components that replace ours. */
  readonly overridesDir: string | undefined;
}

export async function buildSite({ context, outDir, overridesDir }: BuildSiteOptions): Promise<void> {
  const allPages: string[] = [];
  setSiteContext({ ...context, pages: noting(context, allPages) });
  // Astro runs the pages that it has bundled from inside its output folder, so that must lie where packages are found,
  // below the current folder. A new one for each build: modules of an earlier build would be taken for those of this.
  const renderDir = join(PROJECT_ROOT, '.cache', `site-${process.pid}-${++buildCount}`);
  const callerDir = process.cwd();
  await rm(renderDir, { recursive: true, force: true });
  await mkdir(renderDir, { recursive: true });
  try {
    process.chdir(PROJECT_ROOT);
    // Side by side: pictures are drawn by threads of their own.
    await Promise.all([
      writeCards(context, renderDir),
      build({
        ...siteConfig(context.siteUrl, { overridesDir, allPages, isUnlisted: unlistedPages(context) }),
        configFile: false,
        outDir: renderDir,
        logLevel: 'error',
      }),
    ]);
    await writeSearch(context, renderDir);
    await moveInto(renderDir, outDir);
  } finally {
    process.chdir(callerDir);
    await rm(renderDir, { recursive: true, force: true });
  }
}

/** The map of the site names pages that are not rendered too. */
function noting({ pages, siteUrl }: SiteContext, allPages: string[]): SiteContext['pages'] {
  return {
    take: (path, key) => {
      if (path.endsWith('/index.html')) allPages.push(new URL(encodeURI(path.slice(0, -10)), siteUrl).href);
      return pages.take(path, key);
    },
  };
}

/** An unlisted package shows in no search, and so in none of the web. */
function unlistedPages({ gallery, siteUrl }: SiteContext): (url: string) => boolean {
  const folders = new Set(
    gallery.packages.flatMap((owner) =>
      isPackageListed(owner)
        ? owner.versions
            .filter(({ isListed }) => !isListed)
            .map(({ version }) => versionPagePath(owner.id, version))
        : [packagePagePath(owner.id)],
    ),
  );
  return (url) => {
    const [root, id, version] = url.slice(siteUrl.length).split('/');
    return folders.has(`${root}/${id}/`) || folders.has(`${root}/${id}/${version}/`);
  };
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
