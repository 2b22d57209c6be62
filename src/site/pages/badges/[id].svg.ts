/** The version of a package as a badge. */
import type { APIRoute } from 'astro';
import { shownVersion } from '../../../domain/gallery.ts';
import { packageKey } from '../../../domain/package-id.ts';
import { badgeColour, renderBadge } from '../../badge.ts';
import { siteContext } from '../../gallery-context.ts';
import { badgePaths } from '../../static-paths.ts';

export const getStaticPaths = () => badgePaths('svg');

export const GET: APIRoute = ({ params }) => {
  const { gallery } = siteContext();
  const owner = gallery.byKey.get(packageKey(params['id'] ?? ''));
  if (!owner) throw new Error(`there is no package ${params['id']}`);
  const item = shownVersion(owner);
  return new Response(renderBadge(gallery.settings.title, item.version.original, badgeColour(item)));
};
