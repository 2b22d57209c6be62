/**
 * One GET over the network, of a server that may be broken or hostile: bounded in time, in size and in redirects. What
 * goes wrong is a value, for whoever asks decides what it means.
 */

export interface FetchBounds {
  readonly timeoutMs?: number;
  /** Of the body, unpacked. */
  readonly maxBytes?: number;
  /** Reads no more than this of a long body and drops the rest: enough to see what it is. */
  readonly headBytes?: number;
}

export type Answer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      /** '' when the server names none. */
      readonly contentType: string;
      readonly body: Buffer;
      readonly durationMs: number;
    }
  /** @field problem  a clause: `nothing within 30 seconds` */
  | {
      readonly kind: 'none';
      readonly problem: string;
      /** As far as it was seen, when it is too large. */
      readonly sizeBytes?: number;
    };

const TIMEOUT_MS = 30_000;
const MAX_BYTES = 64 * 1024 * 1024;
const MAX_REDIRECTS = 5;

export async function fetchAnswer(url: string, bounds: FetchBounds = {}): Promise<Answer> {
  const timeoutMs = bounds.timeoutMs ?? TIMEOUT_MS;
  const startedAtMs = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  try {
    const response = await followed(url, signal);
    if (typeof response === 'string') return { kind: 'none', problem: response };
    const body = await bodyOf(response, bounds);
    if (typeof body === 'string') return { kind: 'none', problem: body };
    return {
      kind: 'answer',
      status: response.status,
      contentType: response.headers.get('content-type') ?? '',
      body,
      durationMs: Math.round(performance.now() - startedAtMs),
    };
  } catch (error) {
    if (signal.aborted)
      return { kind: 'none', problem: `not all of it came within ${timeoutMs / 1000} seconds` };
    return { kind: 'none', problem: causeText(error) };
  }
}

/** The same as text, read as UTF-8. */
export function answerText(answer: Answer & { kind: 'answer' }): string {
  return answer.body.toString('utf8');
}

async function followed(url: string, signal: AbortSignal): Promise<Response | string> {
  let at = new URL(url);
  for (let count = 0; count <= MAX_REDIRECTS; count++) {
    // Caches on the way would tell of an earlier deployment.
    const headers = { 'cache-control': 'no-cache', 'user-agent': 'pwshelf' };
    const response = await fetch(at, { signal, headers, redirect: 'manual' });
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null) return response;
    await response.body?.cancel();
    if (!URL.canParse(location, at)) return 'it redirects to what is no address';
    const next = new URL(location, at);
    if (next.protocol !== 'https:' && next.protocol !== at.protocol)
      return `it redirects to ${next.protocol}//, which is not as safe`;
    at = next;
  }
  return `it redirects more than ${MAX_REDIRECTS} times`;
}

async function bodyOf(response: Response, bounds: FetchBounds): Promise<Buffer | string> {
  const maxBytes = bounds.maxBytes ?? MAX_BYTES;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk);
    length += chunk.length;
    if (bounds.headBytes !== undefined && length >= bounds.headBytes) break;
    if (length > maxBytes) return `it is longer than the ${maxBytes} bytes that are expected at most`;
  }
  return Buffer.concat(chunks);
}

/** The reason behind `fetch failed`. */
function causeText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error)
    return 'code' in cause ? `${String(cause.code)} ${cause.message}`.trim() : cause.message;
  return error.message;
}
