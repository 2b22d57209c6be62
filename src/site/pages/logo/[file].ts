/** The logo of the gallery, as its maintainers gave it. */
import type { APIRoute } from 'astro';
import { siteContext } from '../../gallery-context.ts';
import { readLogo } from '../../logo.ts';

export function getStaticPaths() {
  const { logo } = siteContext().gallery.settings.site;
  return logo === undefined ? [] : [{ params: { file: logo } }];
}

export const GET: APIRoute = async ({ params }) => {
  const { indexDir } = siteContext();
  return new Response(new Uint8Array(await readLogo(indexDir, params['file'] ?? '')));
};
