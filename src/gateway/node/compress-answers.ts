/** Compresses what other parts answered, such as the results of a query. Files come compressed already where that is worth it. */
import { pipeline, Readable } from 'node:stream';
import { type Coding, preferredCoding } from '../accepted-coding.ts';
import { isCompressedType } from '../content-type.ts';
import { COMPRESSED_FROM_BYTES } from '../file-answer.ts';
import type { Gateway } from '../parts.ts';
import { compressWhole, createCompressor } from './compress.ts';

/** A longer answer is compressed as it flows, and never held whole. */
const WHOLE_BYTES = 256 * 1024;

type Reader = ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>;
type Body = ReadableStream<Uint8Array<ArrayBuffer>>;

export function compressAnswers({ fetch }: Gateway): Gateway {
  return {
    fetch: async (request, info) => {
      const response = await fetch(request, info);
      if (!response.body || !isCompressible(response)) return response;
      const coding = preferredCoding(request.headers.get('accept-encoding'));
      return coding ? compressed(response, response.body, coding) : response;
    },
  };
}

function isCompressible({ status, headers }: Response): boolean {
  if (status === 206 || headers.has('content-encoding') || headers.has('accept-ranges')) return false;
  const length = headers.get('content-length');
  if (length !== null && Number(length) < COMPRESSED_FROM_BYTES) return false;
  return isCompressedType(headers.get('content-type') ?? '');
}

async function compressed(response: Response, body: Body, coding: Coding): Promise<Response> {
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  headers.append('Vary', 'Accept-Encoding');
  headers.delete('Content-Length');
  const reader = body.getReader();
  const { start, isWhole } = await readStart(reader);
  if (isWhole && start.byteLength < COMPRESSED_FROM_BYTES)
    return new Response(start, { status, statusText, headers });
  headers.set('Content-Encoding', coding);
  const etag = headers.get('etag');
  if (etag?.startsWith('"')) headers.set('ETag', `W/${etag}`);
  const sent = isWhole
    ? ((await compressWhole(start, coding)) as Uint8Array<ArrayBuffer>)
    : flow(start, reader, coding);
  return new Response(sent, { status, statusText, headers });
}

async function readStart(
  reader: Reader,
): Promise<{ readonly start: Uint8Array<ArrayBuffer>; readonly isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  while (sizeBytes <= WHOLE_BYTES) {
    const { done, value } = await reader.read();
    if (done) return { start: Buffer.concat(chunks), isWhole: true };
    chunks.push(value);
    sizeBytes += value.byteLength;
  }
  return { start: Buffer.concat(chunks), isWhole: false };
}

function flow(start: Uint8Array, reader: Reader, coding: Coding): Body {
  // The streams close each other, and the last of them the answer's source; what failed shows at the end that is read.
  const compressor = pipeline(Readable.from(allOf(start, reader)), createCompressor(coding), () => {});
  return Readable.toWeb(compressor) as Body;
}

async function* allOf(start: Uint8Array, reader: Reader): AsyncGenerator<Uint8Array> {
  try {
    yield start;
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => {});
  }
}
