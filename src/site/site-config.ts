/** What Astro is told, the same for `pwshelf build` and for `astro dev`. */
import { fileURLToPath } from 'node:url';
import sitemap from '@astrojs/sitemap';
import type { AstroInlineConfig } from 'astro';
import { overridesPlugin } from './overrides.ts';

export const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * @param siteUrl  absolute, with a trailing slash
 * @param overridesDir  absolute; components that replace ours
 */
export function siteConfig(siteUrl: string, overridesDir?: string): AstroInlineConfig {
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
    integrations: [sitemap()],
    // The content security policy allows files of the site only, so nothing may be written into the pages.
    build: { format: 'directory', inlineStylesheets: 'never' },
    vite: {
      build: { assetsInlineLimit: 0, emptyOutDir: false },
      plugins: overridesDir === undefined ? [] : [overridesPlugin(overridesDir)],
    },
  };
}
