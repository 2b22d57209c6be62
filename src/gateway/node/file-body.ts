/** The body of an answer from an open file: read as the client takes it, closed at the end or when the client leaves. */
import type { FileHandle } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import type { Coding } from '../accepted-coding.ts';
import { createCompressor } from './compress.ts';

const CHUNK_BYTES = 128 * 1024;

/** @param range  first byte and the one after the last */
export function fileBody(
  handle: FileHandle,
  range: { readonly start: number; readonly end: number },
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = range.start;
  return new ReadableStream(
    {
      pull: async (controller) => {
        try {
          const chunk = new Uint8Array(Math.min(CHUNK_BYTES, range.end - at));
          const { bytesRead } = await handle.read(chunk, 0, chunk.byteLength, at);
          if (bytesRead === 0) throw new Error('The file became shorter while it was sent.');
          at += bytesRead;
          controller.enqueue(bytesRead === chunk.byteLength ? chunk : chunk.subarray(0, bytesRead));
          if (at < range.end) return;
          // The file first: who has the last byte may look for open files, or remove them.
          await handle.close();
          controller.close();
        } catch (error) {
          await handle.close();
          throw error;
        }
      },
      cancel: async () => {
        await handle.close();
      },
    },
    // Nothing is read before the client takes it.
    { highWaterMark: 0 },
  );
}

export function compressedFileBody(
  handle: FileHandle,
  coding: Coding,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  // The streams close each other, and the first of them the file; what failed shows at the end that is read.
  const compressor = pipeline(handle.createReadStream(), createCompressor(coding), () => {});
  return Readable.toWeb(compressor) as ReadableStream<Uint8Array<ArrayBuffer>>;
}
