/** What a version can be compared by, for the browser and other programs. */
import type { APIRoute } from 'astro';
import { versionKey } from '../../../../../domain/nuget-version.ts';
import { packageKey } from '../../../../../domain/package-id.ts';
import { versionFacts } from '../../../../../domain/version-facts.ts';
import { siteContext } from '../../../../gallery-context.ts';
import { factsPaths } from '../../../../static-paths.ts';

export const getStaticPaths = factsPaths;

export const GET: APIRoute = ({ params }) => {
  const { gallery, readDocs } = siteContext();
  const owner = gallery.byKey.get(packageKey(params['id'] ?? ''));
  const item = owner?.versions.find((other) => versionKey(other.version) === params['version']);
  if (!item) throw new Error(`there is no version ${params['version']} of ${params['id']}`);
  return new Response(`${JSON.stringify(versionFacts(item.nupkg, readDocs(item)))}\n`);
};
