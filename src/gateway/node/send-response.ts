/** Writes a Web Response to a connection of node:http, no faster than the client takes it. */
import type { ServerResponse } from 'node:http';

/**
 * The reason phrase is sent too: NuGet's clients show it, and nothing else, when a push is refused.
 * @throws what the body fails with; the connection is cut then, so that nobody takes a part for the whole
 */
export async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  const headers = [...response.headers].flat();
  const head = () => outgoing.writeHead(response.status, response.statusText || undefined, headers);
  if (!response.body) {
    // Without a body its length is known, unless HEAD asks for that of another answer.
    head().end();
    return;
  }
  if (outgoing.destroyed) {
    // The client left while the answer was made; nobody else would close the file behind it.
    await response.body.cancel();
    return;
  }
  const reader = response.body.getReader();
  const leave = () => void reader.cancel().catch(() => {});
  outgoing.once('close', leave);
  try {
    const first = await reader.read();
    if (response.headers.has('content-length') || first.done) head();
    else {
      // Most answers are one piece: its length spares the client the chunks.
      const second = await reader.read();
      if (second.done) headers.push('content-length', String(first.value.byteLength));
      head();
      await write(outgoing, first.value);
      if (!second.done) await write(outgoing, second.value);
      if (!second.done) await pour(reader, outgoing);
      outgoing.end();
      return;
    }
    if (!first.done) {
      await write(outgoing, first.value);
      await pour(reader, outgoing);
    }
    outgoing.end();
  } catch (error) {
    outgoing.destroy();
    throw error;
  } finally {
    outgoing.off('close', leave);
  }
}

type Reader = ReadableStreamDefaultReader<Uint8Array>;

async function pour(reader: Reader, outgoing: ServerResponse): Promise<void> {
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    if (outgoing.destroyed) return;
    await write(outgoing, read.value);
  }
}

async function write(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  if (outgoing.destroyed || outgoing.write(bytes)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      outgoing.off('drain', done);
      outgoing.off('close', done);
      resolve();
    };
    outgoing.once('drain', done);
    outgoing.once('close', done);
  });
}
