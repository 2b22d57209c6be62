/** Answers a read with a file of the gallery, by the rules of static hosts, and with redirects to where it is. */
import type { Assets } from './assets.ts';
import { fileCacheControl } from './cache-policy.ts';
import type { GatewayParts } from './parts.ts';
import { withHeaders } from './response-headers.ts';
import { parseStaticPath } from './static-path.ts';
import { textAnswer } from './text-answer.ts';

/** @returns undefined when the gallery has no such file */
export async function answerFile(
  request: Request,
  url: URL,
  { assets, base }: Pick<GatewayParts, 'assets' | 'base'>,
): Promise<Response | undefined> {
  const path = parseStaticPath(url.pathname + url.search, base);
  switch (path.kind) {
    case 'malformed':
      return textAnswer(400, 'This address cannot be decoded.');
    case 'absent':
      return undefined;
    case 'redirect':
      return redirect(301, path.location);
    case 'candidates': {
      for (const file of path.files) {
        const response = await assets.respond(request, file);
        if (response) return withHeaders(response, { 'Cache-Control': fileCacheControl(file) });
      }
      if (!path.folder || !(await isFile(assets, url, path.folder.indexFile))) return undefined;
      return redirect(301, path.folder.location);
    }
    default:
      return path satisfies never;
  }
}

/** `packages/pester/` in any case leads to `packages/Pester/`. Not for ever, since the spelling may change. */
export async function redirectToSpelling(
  url: URL,
  path: string,
  { base, canonicalId }: Pick<GatewayParts, 'base' | 'canonicalId'>,
): Promise<Response | undefined> {
  const [folder, id = '', ...rest] = path.split('/');
  if (!canonicalId || folder?.toLowerCase() !== 'packages' || id === '') return undefined;
  const canonical = await canonicalId(id);
  if (canonical === undefined || (canonical === id && folder === 'packages')) return undefined;
  const below = ['packages', canonical, ...rest].map(encodeURIComponent).join('/');
  return redirect(302, `${base}${below}${url.search}`);
}

/** A page for browsers, a sentence for everybody else. */
export async function answerNothing(
  request: Request,
  { assets }: Pick<GatewayParts, 'assets'>,
): Promise<Response> {
  const isBrowser = (request.headers.get('accept') ?? '').includes('text/html');
  const page = isBrowser ? await assets.bytes('404.html') : undefined;
  if (!page) return textAnswer(404, 'There is nothing at this address of the gallery.');
  return new Response(page as Uint8Array<ArrayBuffer>, {
    status: 404,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
  });
}

async function isFile(assets: Assets, url: URL, path: string): Promise<boolean> {
  return (await assets.respond(new Request(url, { method: 'HEAD' }), path)) !== undefined;
}

function redirect(status: 301 | 302, location: string): Response {
  return textAnswer(status, `Moved to ${location}`, { Location: location });
}
