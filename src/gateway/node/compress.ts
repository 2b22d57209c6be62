/** Compression as a server does it: whole small texts off the main thread, large ones as they flow. */
import type { Transform } from 'node:stream';
import { promisify } from 'node:util';
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib';
import type { Coding } from '../accepted-coding.ts';

const GZIP_LEVEL = 6;
/** Paid once a text, since the result is kept. */
const KEPT_BROTLI_QUALITY = 6;
/** Paid each time: as fast as gzip, and still smaller. */
const FLOWING_BROTLI_QUALITY = 3;

const gzipWhole = promisify(gzip);
const brotliWhole = promisify(brotliCompress);

export async function compressWhole(bytes: Uint8Array, coding: Coding): Promise<Uint8Array> {
  switch (coding) {
    case 'br':
      return brotliWhole(bytes, {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: KEPT_BROTLI_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
        },
      });
    case 'gzip':
      return gzipWhole(bytes, { level: GZIP_LEVEL });
    default:
      return coding satisfies never;
  }
}

export function createCompressor(coding: Coding): Transform {
  switch (coding) {
    case 'br':
      return createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: FLOWING_BROTLI_QUALITY } });
    case 'gzip':
      return createGzip({ level: GZIP_LEVEL });
    default:
      return coding satisfies never;
  }
}
