/** The gallery as a text: what it is, and what it holds. */
import type { APIRoute } from 'astro';
import { siteContext } from '../gallery-context.ts';
import { renderGalleryText } from '../package-text.ts';
import { siteRoutes } from '../routes.ts';

export const GET: APIRoute = () => {
  const { gallery, siteUrl } = siteContext();
  return new Response(renderGalleryText(gallery, siteRoutes(siteUrl)));
};
