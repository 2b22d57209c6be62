/** Compresses what other parts answered, such as the results of a query. Files come compressed already where that is worth it. */
import { preferredCoding } from '../accepted-coding.ts';
import { isCompressedType } from '../content-type.ts';
import { COMPRESSED_FROM_BYTES } from '../file-answer.ts';
import type { Gateway } from '../parts.ts';
import { compressWhole } from './compress.ts';

export function compressAnswers({ fetch }: Gateway): Gateway {
  return {
    fetch: async (request, info) => {
      const response = await fetch(request, info);
      const coding = isCompressible(response)
        ? preferredCoding(request.headers.get('accept-encoding'))
        : undefined;
      if (!coding) return response;
      const bytes = new Uint8Array(await response.arrayBuffer());
      const headers = new Headers(response.headers);
      headers.append('Vary', 'Accept-Encoding');
      headers.delete('Content-Length');
      const { status, statusText } = response;
      if (bytes.byteLength < COMPRESSED_FROM_BYTES)
        return new Response(bytes, { status, statusText, headers });
      headers.set('Content-Encoding', coding);
      const etag = headers.get('etag');
      if (etag?.startsWith('"')) headers.set('ETag', `W/${etag}`);
      const compressed = (await compressWhole(bytes, coding)) as Uint8Array<ArrayBuffer>;
      return new Response(compressed, { status, statusText, headers });
    },
  };
}

function isCompressible({ body, status, headers }: Response): boolean {
  if (body === null || status === 206 || headers.has('content-encoding') || headers.has('accept-ranges')) {
    return false;
  }
  const length = headers.get('content-length');
  if (length !== null && Number(length) < COMPRESSED_FROM_BYTES) return false;
  return isCompressedType(headers.get('content-type') ?? '');
}
