/** One GET of another gallery, bounded in time and size; what goes wrong is a value. With nothing but the Web's own fetch. */

export interface UpstreamBounds {
  readonly maxBytes: number;
  readonly timeoutMs: number;
}

export type UpstreamAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: Uint8Array }
  /** @field problem  a clause: `it is longer than …` */
  | { readonly kind: 'none'; readonly problem: string };

export type FetchUpstream = (url: string, bounds: UpstreamBounds) => Promise<UpstreamAnswer>;

/** Follows no redirects: for addresses that the operator gave, which answer themselves. */
export function webFetch(fetch: typeof globalThis.fetch): FetchUpstream {
  return async (url, { maxBytes, timeoutMs }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      const response = await fetch(url, { signal, redirect: 'manual', headers: { 'user-agent': 'pwshelf' } });
      if (response.status === 0 || (response.status >= 300 && response.status <= 399)) {
        await response.body?.cancel();
        return { kind: 'none', problem: 'it redirects elsewhere' };
      }
      const body = await boundedBytes(response.body, maxBytes);
      if (!body) return { kind: 'none', problem: tooLong(maxBytes) };
      return { kind: 'answer', status: response.status, body };
    } catch (error) {
      if (signal.aborted)
        return { kind: 'none', problem: `not all of it came within ${timeoutMs / 1000} seconds` };
      return { kind: 'none', problem: causeText(error) };
    }
  };
}

/** Text of an answer; some hosts send it packed whether that is asked for or not. @returns undefined when it is longer than `maxBytes` */
export async function answerText(body: Uint8Array, maxBytes: number): Promise<string | undefined> {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return new TextDecoder().decode(body);
  const packed = new Blob([body as Uint8Array<ArrayBuffer>]).stream();
  const bytes = await boundedBytes(packed.pipeThrough(new DecompressionStream('gzip')), maxBytes);
  return bytes && new TextDecoder().decode(bytes);
}

/** @returns undefined when there is more */
async function boundedBytes(
  stream: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream?.getReader();
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    chunks.push(next.value);
    length += next.value.length;
    if (length <= maxBytes) continue;
    await reader?.cancel();
    return undefined;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export function tooLong(maxBytes: number): string {
  return `it is longer than the ${maxBytes} bytes that are expected at most`;
}

function causeText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
