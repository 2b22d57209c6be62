/** Atom: what one account published. */
import type { APIRoute } from 'astro';
import { renderAtom } from '../../../atom-feed.ts';
import { siteContext } from '../../../gallery-context.ts';
import { profiles } from '../../../profile-index.ts';
import { siteRoutes } from '../../../routes.ts';
import { profileAtomPaths } from '../../../static-paths.ts';

export const getStaticPaths = profileAtomPaths;

export const GET: APIRoute = ({ params }) => {
  const { gallery, siteUrl } = siteContext();
  const routes = siteRoutes(siteUrl);
  const profile = profiles(gallery).find(({ name }) => name.toLowerCase() === params['owner']);
  if (!profile) throw new Error(`there is no publisher ${params['owner']}`);
  const { name, published } = profile;
  const info = {
    title: `${name} · ${gallery.settings.title}`,
    self: routes.profileAtom(name),
    page: routes.profile(name),
  };
  return new Response(renderAtom(info, published, routes));
};
