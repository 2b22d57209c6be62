/** Atom: the listed versions of one package. */
import type { APIRoute } from 'astro';
import { packageKey } from '../../../../domain/package-id.ts';
import { renderAtom } from '../../../atom-feed.ts';
import { siteContext } from '../../../gallery-context.ts';
import { siteRoutes } from '../../../routes.ts';
import { packageAtomPaths } from '../../../static-paths.ts';

export const getStaticPaths = packageAtomPaths;

export const GET: APIRoute = ({ params }) => {
  const { gallery, siteUrl } = siteContext();
  const routes = siteRoutes(siteUrl);
  const owner = gallery.byKey.get(packageKey(params['id'] ?? ''));
  if (!owner) throw new Error(`there is no package ${params['id']}`);
  const info = { title: owner.id, self: routes.packageAtom(owner.id), page: routes.package(owner.id) };
  return new Response(
    renderAtom(
      info,
      owner.versions.filter(({ isListed }) => isListed),
      routes,
    ),
  );
};
