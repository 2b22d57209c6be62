/** The version of a package as an endpoint of shields.io. */
import type { APIRoute } from 'astro';
import { shownVersion } from '../../../domain/gallery.ts';
import { packageKey } from '../../../domain/package-id.ts';
import { badgeEndpoint } from '../../badge.ts';
import { siteContext } from '../../gallery-context.ts';
import { badgePaths } from '../../static-paths.ts';

export const getStaticPaths = () => badgePaths('json');

export const GET: APIRoute = ({ params }) => {
  const { gallery } = siteContext();
  const owner = gallery.byKey.get(packageKey(params['id'] ?? ''));
  if (!owner) throw new Error(`there is no package ${params['id']}`);
  const item = shownVersion(owner);
  return new Response(JSON.stringify(badgeEndpoint(gallery.settings.title, item)));
};
