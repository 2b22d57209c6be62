/** The files of a gallery from a literal, for tests of the gateway: no validators, no ranges, only what is there. */
import type { Assets } from '../../src/gateway/assets.ts';
import { contentTypeOf } from '../../src/gateway/content-type.ts';

export function memoryAssets(files: Readonly<Record<string, string>>): Assets {
  const bytes = async (path: string) =>
    Object.hasOwn(files, path) ? new TextEncoder().encode(files[path]) : undefined;
  return {
    bytes,
    respond: async (request, path) => {
      const found = await bytes(path);
      if (!found) return undefined;
      const headers = { 'Content-Type': contentTypeOf(path), 'Content-Length': String(found.byteLength) };
      return new Response(request.method === 'HEAD' ? null : found, { headers });
    },
  };
}
