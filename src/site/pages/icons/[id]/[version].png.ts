/** The icons of packages, encoded anew. */
import type { APIRoute } from 'astro';
import { versionKey } from '../../../../domain/nuget-version.ts';
import { packageKey } from '../../../../domain/package-id.ts';
import { siteContext } from '../../../gallery-context.ts';
import { packageIcon } from '../../../package-icon.ts';
import { iconPaths } from '../../../static-paths.ts';

export const getStaticPaths = iconPaths;

export const GET: APIRoute = async ({ params }) => {
  const context = siteContext();
  const owner = context.gallery.byKey.get(packageKey(params['id'] ?? ''));
  const item = owner?.versions.find((other) => versionKey(other.version) === params['version']);
  const icon = item && (await packageIcon(item, context));
  // An icon that cannot be decoded leaves a transparent square of one pixel, so that the page has what it links to.
  return new Response(new Uint8Array(icon ?? TRANSPARENT_PNG), { headers: { 'Content-Type': 'image/png' } });
};

const TRANSPARENT_PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);
