/** The documentation pages of the gallery that is being rendered. */
/// <reference types="astro/client" />
import { type DocsPage, docsPages } from './docs-pages.ts';
import { siteContext } from './gallery-context.ts';
import { siteRoutes } from './routes.ts';

const SOURCES = import.meta.glob<string>('./docs/*.md', { query: '?raw', import: 'default', eager: true });

let known: readonly DocsPage[] | undefined;

/** In their order. */
export function allDocs(): readonly DocsPage[] {
  const { gallery, siteUrl } = siteContext();
  known ??= docsPages(SOURCES, gallery.settings, siteRoutes(siteUrl));
  return known;
}
