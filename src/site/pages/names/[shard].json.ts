/** One piece of the index of names. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { siteContext } from '../../gallery-context.ts';
import { nameShards } from '../../name-index.ts';

export const getStaticPaths = (() =>
  [...nameShards(siteContext().gallery).keys()].map((shard) => ({
    params: { shard },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(nameShards(siteContext().gallery).get(params['shard'] ?? '') ?? {}));
