/** For Astro's own commands (`npx astro dev`); `pwshelf build` brings its own configuration from the same source. */
import { defineConfig } from 'astro/config';
import { galleryIntegration } from './src/site/feed-integration.ts';
import { siteConfig } from './src/site/site-config.ts';

const SITE_URL = process.env.PWSHELF_SITE_URL ?? 'http://127.0.0.1:4321/';
const config = siteConfig(SITE_URL);

export default defineConfig({
  ...config,
  integrations: [...config.integrations, galleryIntegration(SITE_URL)],
});
