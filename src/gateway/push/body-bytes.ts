/** The bytes of a request's body, up to a limit: a client that sends more, or nothing any longer, is not waited for. */
import { fail, ok, type Result } from '../../domain/result.ts';

/** Why there is no whole body: it is larger than the limit, the signal came first, or the client went away. */
export type BodyEnd = 'too-large' | 'too-slow' | 'cut-off';

export interface BodyLimits {
  readonly limitBytes: number;
  /** Of Content-Length, when there is one: room for so many is made at once. */
  readonly declaredBytes: number | undefined;
  /** Ends the reading. */
  readonly signal: AbortSignal;
  /**
   * How much of what is over the limit is read still, and forgotten: .NET looks at an answer only when it has sent all, and
   * tells of a broken pipe when it cannot.
   */
  readonly lingerBytes: number;
}

const FIRST_BYTES = 64 * 1024;

/**
 * Copied into one array as it comes. Of a client that sends single bytes, a list of chunks would take a hundred times the
 * size of the body.
 */
export async function readBodyBytes(
  body: ReadableStream<Uint8Array>,
  { limitBytes, declaredBytes, signal, lingerBytes }: BodyLimits,
): Promise<Result<Uint8Array, BodyEnd>> {
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  // A cancelled reader ends what it waits for.
  signal.addEventListener('abort', stop);
  let bytes = new Uint8Array(Math.min(limitBytes, declaredBytes ?? FIRST_BYTES));
  let length = 0;
  try {
    while (!signal.aborted) {
      const { done, value } = await reader.read();
      if (signal.aborted) break;
      if (done) return ok(bytes.subarray(0, length));
      if (length + value.length > limitBytes) {
        await drop(reader, lingerBytes, signal);
        return fail('too-large');
      }
      bytes = withRoom(bytes, length, length + value.length, limitBytes);
      bytes.set(value, length);
      length += value.length;
    }
    return fail('too-slow');
  } catch {
    return fail('cut-off');
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

/** Reads a body that nobody wants, so that its sender comes to read the answer. */
export async function discardBody(
  body: ReadableStream<Uint8Array>,
  { lingerBytes, signal }: Pick<BodyLimits, 'lingerBytes' | 'signal'>,
): Promise<void> {
  const reader = body.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  signal.addEventListener('abort', stop);
  try {
    await drop(reader, lingerBytes, signal);
  } catch {
    // Its sender went away, and with it whoever could read the answer.
  } finally {
    signal.removeEventListener('abort', stop);
    stop();
  }
}

async function drop(
  reader: ReadableStreamDefaultReader<Uint8Array>,
  lingerBytes: number,
  signal: AbortSignal,
): Promise<void> {
  for (let left = lingerBytes; left > 0 && !signal.aborted; ) {
    const { done, value } = await reader.read();
    if (done) return;
    left -= value.length;
  }
}

function withRoom(bytes: Uint8Array<ArrayBuffer>, length: number, wanted: number, limitBytes: number) {
  if (wanted <= bytes.length) return bytes;
  const larger = new Uint8Array(Math.min(limitBytes, Math.max(wanted, bytes.length * 2)));
  larger.set(bytes.subarray(0, length));
  return larger;
}
