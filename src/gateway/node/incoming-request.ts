/** A request of node:http as the Web standard has it. */
import type { IncomingMessage } from 'node:http';

/** Methods that the standard's Request refuses to bear. */
const UNSPEAKABLE = ['TRACE', 'TRACK', 'CONNECT'];

/**
 * @param origin  scheme and host, as `http://127.0.0.1:8080`
 * @param onFirstRead  called once, before the first byte of the body is waited for
 * @param left  told of when the client goes away before it has an answer
 * @returns undefined for what cannot be said so: a method or an address that no client of a gallery sends
 */
export function toRequest(
  incoming: IncomingMessage,
  origin: string,
  onFirstRead: () => void,
  left: AbortSignal | undefined,
): Request | undefined {
  const method = incoming.method ?? 'GET';
  if (UNSPEAKABLE.includes(method)) return undefined;
  const url = origin + targetOf(incoming.url ?? '/');
  if (!URL.canParse(url)) return undefined;
  const init: RequestInit & { duplex: 'half' } = { method, headers: headersOf(incoming), duplex: 'half' };
  if (left) init.signal = left;
  if (hasBody(incoming)) init.body = bodyOf(incoming, onFirstRead);
  return new Request(url, init);
}

/** A proxy may ask with the whole address, and OPTIONS with `*`. */
function targetOf(url: string): string {
  const target = url.replace(/^https?:\/\/[^/?#]*/i, '');
  return target.startsWith('/') ? target : `/${target.replace(/^\*$/, '')}`;
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  }
  return headers;
}

function hasBody({ method, headers }: IncomingMessage): boolean {
  // A body of GET has no meaning, and Request refuses to have one.
  if (method === 'GET' || method === 'HEAD') return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/** Read as the other side takes it. Whoever stops reading leaves the connection open, so that an answer can still be sent. */
function bodyOf(incoming: IncomingMessage, onFirstRead: () => void): ReadableStream<Uint8Array> {
  let chunks: NodeJS.AsyncIterator<Uint8Array> | undefined;
  return new ReadableStream(
    {
      pull: async (controller) => {
        if (!chunks) {
          onFirstRead();
          chunks = incoming.iterator({ destroyOnReturn: false });
        }
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await chunks?.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
