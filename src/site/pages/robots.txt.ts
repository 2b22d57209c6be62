/** Where search engines find the list of pages. */
import type { APIRoute } from 'astro';
import { siteContext } from '../gallery-context.ts';

export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\nSitemap: ${siteContext().siteUrl}sitemap-index.xml\n`);
