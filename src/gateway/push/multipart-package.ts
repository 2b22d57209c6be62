/**
 * The one file in a body of multipart/form-data (RFC 7578), as the clients of NuGet send it. Written here because nuget 2.8
 * under Mono ends the file with a line feed alone, which parsers for browsers do not take for the end of a part, and because
 * those are lenient where it could change the bytes.
 */
import { fail, ok, type Result } from '../../domain/result.ts';
import { parseParameterHeader } from './header-parameters.ts';

const CR = 13;
const LF = 10;
const MAX_HEAD_BYTES = 8192;
const HEAD_LINE = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):([^\p{Cc}]*)$/u;
/** RFC 2046, 5.1.1. */
const BOUNDARY = /^[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]$/;

/** @returns undefined when the type is another, or has no boundary that can be one */
export function multipartBoundary(contentType: string): string | undefined {
  const header = parseParameterHeader(contentType);
  const boundary = header?.value === 'multipart/form-data' ? header.parameters.get('boundary') : undefined;
  return boundary !== undefined && BOUNDARY.test(boundary) ? boundary : undefined;
}

/**
 * @param bytes  the whole body
 * @returns a view of the file in it; a problem continues a sentence on the body: `it ends before its last boundary`
 */
export function parseMultipartPackage(bytes: Uint8Array, boundary: string): Result<Uint8Array, string> {
  const dashed = new TextEncoder().encode(`--${boundary}`);
  // Some clients begin with an empty line.
  const start = bytes[0] === CR && bytes[1] === LF ? 2 : 0;
  const first = startsWith(bytes, dashed, start) ? delimiterAt(bytes, start + dashed.length) : undefined;
  if (first === undefined) return fail('it does not begin with the boundary that its Content-Type names');
  if (first.isLast) return fail('it holds no file');
  const bodyAt = headEnd(bytes, first.end);
  if (bodyAt === undefined) return fail('the head of its part is not as RFC 7578 has it');
  const headProblem = checkHead(bytes.subarray(first.end, bodyAt - 4));
  if (headProblem !== undefined) return fail(headProblem);

  const close = findDelimiter(bytes, dashed, bodyAt);
  if (close === undefined) return fail('it ends before its last boundary');
  if (!close.isLast) return fail('it holds more than one part, and one package is expected');
  if (!isBlank(bytes.subarray(close.end))) return fail('something follows its last boundary');
  return ok(bytes.subarray(bodyAt, close.start));
}

interface Delimiter {
  /** After the boundary, its dashes and its line break. */
  readonly end: number;
  /** Whether no part follows. */
  readonly isLast: boolean;
}

/**
 * A line break belongs to the boundary below it. Of a line feed alone it is that one only; a carriage return before it could
 * not be told from the file's own, but no archive ends so.
 */
function findDelimiter(
  bytes: Uint8Array,
  dashed: Uint8Array,
  from: number,
): (Delimiter & { readonly start: number }) | undefined {
  // A boundary holds no line feed, so no two attempts look at the same bytes.
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] !== LF || !startsWith(bytes, dashed, at + 1)) continue;
    const delimiter = delimiterAt(bytes, at + 1 + dashed.length);
    if (delimiter) return { ...delimiter, start: at > from && bytes[at - 1] === CR ? at - 1 : at };
  }
  return undefined;
}

/** What follows a boundary makes it one: two dashes, or blanks and the end of the line. */
function delimiterAt(bytes: Uint8Array, after: number): Delimiter | undefined {
  if (bytes[after] === 45 && bytes[after + 1] === 45) return { end: after + 2, isLast: true };
  let at = after;
  while (bytes[at] === 32 || bytes[at] === 9) at += 1;
  if (bytes[at] === CR) at += 1;
  return bytes[at] === LF ? { end: at + 1, isLast: false } : undefined;
}

/** Where the body of a part begins: after an empty line. */
function headEnd(bytes: Uint8Array, from: number): number | undefined {
  const last = Math.min(bytes.length - 4, from + MAX_HEAD_BYTES);
  for (let at = from; at <= last; at++) {
    if (bytes[at] === CR && bytes[at + 1] === LF && bytes[at + 2] === CR && bytes[at + 3] === LF) {
      return at + 4;
    }
  }
  return undefined;
}

/** A line that is no header stands for a head whose end was lost, and with it the beginning of the file. */
function checkHead(bytes: Uint8Array): string | undefined {
  const text = decodeUtf8(bytes);
  const lines = text?.split('\r\n').map((line) => HEAD_LINE.exec(line)) ?? [];
  if (lines.length === 0 || lines.includes(null)) return 'the head of its part is not as RFC 7578 has it';
  const valuesOf = (name: string) =>
    lines.filter((line) => line?.[1]?.toLowerCase() === name).map((line) => line?.[2]?.trim() ?? '');

  const [disposition, ...more] = valuesOf('content-disposition');
  const header = disposition === undefined ? undefined : parseParameterHeader(disposition);
  if (header?.value !== 'form-data' || more.length > 0)
    return 'its part has no Content-Disposition of form-data';
  if (!header.parameters.has('filename') && !header.parameters.has('filename*')) return 'its part is no file';
  const encodings = valuesOf('content-transfer-encoding').map((value) => value.toLowerCase());
  if (!encodings.every((encoding) => ['binary', '8bit', '7bit'].includes(encoding))) {
    return 'its part is encoded, and plain bytes are expected';
  }
  return undefined;
}

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function startsWith(bytes: Uint8Array, wanted: Uint8Array, at: number): boolean {
  for (let index = 0; index < wanted.length; index++) {
    if (bytes[at + index] !== wanted[index]) return false;
  }
  return true;
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === CR || byte === LF || byte === 32 || byte === 9);
}
