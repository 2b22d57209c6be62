/** The addresses below v3/ that a gateway answers itself; the others are files. */
import { V2_PUSH, V3_AUTOCOMPLETE, V3_INDEX, V3_SEARCH } from '../../feed/urls.ts';
import type { Assets } from '../assets.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { markedAnswer } from '../marked-answer.ts';
import type { ScanProblem, ScanTurns } from '../scan-turns.ts';
import { readV3Options } from './v3-options.ts';
import { renderV3Autocomplete, renderV3Search } from './v3-search.ts';

export interface V3Parts {
  readonly catalogue: () => Promise<Catalogue>;
  readonly assets: Assets;
  /** Whether packages can be pushed: the service index then says where. */
  readonly takesPushes: boolean;
  readonly turns: ScanTurns;
}

const V3_ROOT = 'v3/';

/** Fits GatewayParts. @returns undefined for what is a file, or nothing */
export function v3Answers({ catalogue, assets, takesPushes, turns }: V3Parts) {
  return async (request: Request, path: string): Promise<Response | undefined> => {
    const params = new URL(request.url).searchParams;
    switch (V3_ROOT + path) {
      case V3_INDEX:
        return takesPushes ? serviceIndex(assets, await catalogue()) : undefined;
      case V3_SEARCH: {
        const found = await catalogue();
        return markedAnswer(request, found.mark, () => search(found, params, turns));
      }
      case V3_AUTOCOMPLETE: {
        const found = await catalogue();
        const options = readV3Options(params);
        return markedAnswer(request, found.mark, () => jsonAnswer(renderV3Autocomplete(found, options)));
      }
      default:
        return undefined;
    }
  };
}

async function search(catalogue: Catalogue, params: URLSearchParams, turns: ScanTurns): Promise<Response> {
  const found = await renderV3Search(catalogue, readV3Options(params), turns.begin());
  return found.ok ? jsonAnswer(found.value) : problemAnswer(found.problem);
}

/** As the build wrote it, and where to push: a static host could not keep that promise. */
async function serviceIndex(assets: Assets, { urls }: Catalogue): Promise<Response | undefined> {
  const bytes = await assets.bytes(V3_INDEX);
  if (!bytes) return undefined;
  const index = JSON.parse(new TextDecoder().decode(bytes)) as { readonly resources: readonly object[] };
  const publish = { '@id': urls.absolute(V2_PUSH), '@type': 'PackagePublish/2.0.0' };
  return jsonAnswer(JSON.stringify({ ...index, resources: [...index.resources, publish] }));
}

function jsonAnswer(text: string, status = 200): Response {
  return new Response(text, { status, headers: { 'Content-Type': 'application/json; charset=utf-8' } });
}

function problemAnswer({ status, message }: ScanProblem): Response {
  const code = status === 400 ? 'SEARCH_UNKNOWN' : 'SEARCH_BUSY';
  return jsonAnswer(JSON.stringify({ error: { code, message } }), status);
}
