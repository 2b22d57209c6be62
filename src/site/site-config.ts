/** What Astro is told, the same for `pwshelf build` and for `astro dev`. */
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroInlineConfig } from 'astro';
import { OVERRIDES_ALIAS, overridesPlugin } from './overrides.ts';

export const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SiteConfigOptions {
  /** Absolute; components that replace ours. */
  readonly overridesDir?: string | undefined;
  /** URLs of pages beside those that are rendered; read when these are done. */
  readonly allPages?: string[];
  /** Whether a page stays out of the map of the site, by its URL. */
  readonly isUnlisted?: (url: string) => boolean;
}

/** What all parts of the search share is one file: six small ones compress worse, and each has headers of its own. */
const SEARCH_IN_ONE = {
  groups: [
    { name: 'search', test: /\/src\/(?:search|site\/scripts\/search)\//, minShareCount: 2 },
    // Other pages need this too, and are not to load the search for it.
    { name: 'format-text', test: /\/src\/report\/format-text\.ts$/, priority: 1 },
  ],
};

/** @param siteUrl  absolute, with a trailing slash */
export function siteConfig(
  siteUrl: string,
  { overridesDir, allPages = [], isUnlisted = () => false }: SiteConfigOptions = {},
): AstroInlineConfig {
  const url = new URL(siteUrl);
  return {
    root: PROJECT_ROOT,
    srcDir: './src/site',
    publicDir: './src/site/public',
    site: url.origin,
    base: url.pathname,
    output: 'static',
    trailingSlash: 'always',
    compressHTML: true,
    devToolbar: { enabled: false },
    integrations: [sitemap({ customPages: allPages, filter: (url) => !isUnlisted(url) })],
    // The content security policy allows files of the site only, so nothing may be written into the pages.
    build: { format: 'directory', inlineStylesheets: 'never' },
    vite: {
      build: { assetsInlineLimit: 0, emptyOutDir: false },
      environments: { client: { build: { rolldownOptions: { output: { codeSplitting: SEARCH_IN_ONE } } } } },
      ...(overridesDir === undefined
        ? {}
        : { plugins: [overridesPlugin(overridesDir)], resolve: { alias: OVERRIDES_ALIAS } }),
    },
  };
}
