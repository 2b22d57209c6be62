/** Atom: the versions published last. */
import type { APIRoute } from 'astro';
import { isPackageListed } from '../../domain/gallery.ts';
import { renderAtom } from '../atom-feed.ts';
import { siteContext } from '../gallery-context.ts';
import { siteRoutes } from '../routes.ts';

export const GET: APIRoute = () => {
  const { gallery, siteUrl } = siteContext();
  const routes = siteRoutes(siteUrl);
  const items = gallery.packages
    .filter(isPackageListed)
    .flatMap((item) => item.versions.filter(({ isListed }) => isListed));
  const info = { title: gallery.settings.title, self: routes.atom, page: routes.home };
  return new Response(renderAtom(info, items, routes));
};
