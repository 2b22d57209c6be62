/** The page of a package as Markdown. */
import type { APIRoute } from 'astro';
import { shownVersion } from '../../../../domain/gallery.ts';
import { packageKey } from '../../../../domain/package-id.ts';
import { siteContext } from '../../../gallery-context.ts';
import { renderPackageText } from '../../../package-text.ts';
import { siteRoutes } from '../../../routes.ts';
import { markdownPaths } from '../../../static-paths.ts';

export const getStaticPaths = markdownPaths;

export const GET: APIRoute = ({ params }) => {
  const { gallery, siteUrl, readDocs } = siteContext();
  const owner = gallery.byKey.get(packageKey(params['id'] ?? ''));
  if (!owner) throw new Error(`there is no package ${params['id']}`);
  const { docs } = readDocs(shownVersion(owner));
  return new Response(renderPackageText(owner, docs, gallery, siteRoutes(siteUrl)));
};
