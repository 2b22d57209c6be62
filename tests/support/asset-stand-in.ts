/** Files as the platform of a worker gives them: an ETag, exact paths, one ETag in If-None-Match, nothing of ranges or dates. */
import type { AssetBinding } from '../../src/gateway/edge/asset-binding.ts';

export interface AssetStandIn extends AssetBinding {
  /** `GET /v3/index.json 200`, in the order of requests. */
  readonly asked: readonly string[];
  /** Puts a file in place, or takes it away. */
  readonly place: (path: string, content: string | Uint8Array<ArrayBuffer> | undefined) => void;
}

export function standInAssets(
  files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {},
): AssetStandIn {
  const asked: string[] = [];
  let count = 0;
  const held = new Map<
    string,
    { readonly content: string | Uint8Array<ArrayBuffer>; readonly etag: string }
  >();
  const place: AssetStandIn['place'] = (path, content) => {
    if (content === undefined) held.delete(path);
    else held.set(path, { content, etag: `"etag-${++count}"` });
  };
  for (const [path, content] of Object.entries(files)) place(path, content);

  const answer = ({ method, url, headers }: Request): Response => {
    const file = held.get(decodeURIComponent(new URL(url).pathname.slice(1)));
    if (!file) return new Response(null, { status: 404 });
    const { content, etag } = file;
    if (headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers: { etag } });
    return new Response(method === 'HEAD' ? null : content, {
      headers: { etag, 'content-type': 'text/x-theirs' },
    });
  };
  return {
    asked,
    place,
    fetch: async (request) => {
      const response = answer(request);
      asked.push(`${request.method} ${new URL(request.url).pathname} ${response.status}`);
      return response;
    },
  };
}
