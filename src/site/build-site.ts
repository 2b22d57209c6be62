/** The site's part of a build: pages by Astro, then the search index of Pagefind, into a folder of the caller's. */
import { build } from 'astro';
import { type SiteContext, setSiteContext } from './gallery-context.ts';
import { buildSearchIndex } from './search-index.ts';
import { siteConfig } from './site-config.ts';

export interface BuildSiteOptions {
  readonly context: SiteContext;
  /** Absolute; what is there already stays. */
  readonly outDir: string;
  /** Absolute: what Astro keeps from one build to the next. */
  readonly cacheDir: string;
}

export async function buildSite({ context, outDir, cacheDir }: BuildSiteOptions): Promise<void> {
  setSiteContext(context);
  await build({ ...siteConfig(context.siteUrl), configFile: false, outDir, cacheDir, logLevel: 'error' });
  await buildSearchIndex(context, outDir);
}
