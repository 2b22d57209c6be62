/** Decides how a file is answered before a byte of it is read: 200, 206, 304 or 416, compressed or not. */
import { type Coding, preferredCoding } from './accepted-coding.ts';
import { parseByteRange } from './byte-range.ts';
import { isCompressedType } from './content-type.ts';
import { isStillFresh, type Validators } from './freshness.ts';
import { servedTypeOf } from './served-type.ts';

export interface FileFacts {
  /** Below the root of the gallery. */
  readonly path: string;
  readonly sizeBytes: number;
  readonly validators: Validators;
  /** False while the file may change again within the second that its date names. */
  readonly isDateTelling: boolean;
}

export interface FileAnswer {
  readonly status: 200 | 206 | 304 | 416;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: FileAnswerBody;
}

export type FileAnswerBody =
  | { readonly kind: 'none' }
  /** Both ends are part of it. */
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  /** Without a coding it has all bytes of the file; else whoever compresses adds the length when it is known. */
  | { readonly kind: 'whole'; readonly coding: Coding | undefined };

/** Below this a text fits into the first packets anyway. */
export const COMPRESSED_FROM_BYTES = 1024;

export function planFileAnswer(request: Request, facts: FileFacts): FileAnswer {
  const { sizeBytes, validators } = facts;
  const { headers } = request;
  const contentType = servedTypeOf(facts.path);
  const isCompressible = isCompressedType(contentType) && sizeBytes >= COMPRESSED_FROM_BYTES;
  const lastModified = dateOf(validators);
  const always = {
    ETag: validators.etag,
    ...(facts.isDateTelling && { 'Last-Modified': lastModified }),
    ...(isCompressible && { Vary: 'Accept-Encoding' }),
  };

  const ifNoneMatch = headers.get('if-none-match') ?? undefined;
  const ifModifiedSince = facts.isDateTelling ? (headers.get('if-modified-since') ?? undefined) : undefined;
  if (isStillFresh({ ifNoneMatch, ifModifiedSince }, validators)) {
    return { status: 304, headers: always, body: { kind: 'none' } };
  }

  const ifRange = headers.get('if-range');
  const isRangeCurrent =
    ifRange === null || ifRange === validators.etag || (facts.isDateTelling && ifRange === lastModified);
  const isRangeAsked = request.method === 'GET' && isRangeCurrent;
  const range = parseByteRange(isRangeAsked ? (headers.get('range') ?? undefined) : undefined, sizeBytes);
  const plain = { ...always, 'Content-Type': contentType, 'Accept-Ranges': 'bytes' };
  switch (range.kind) {
    case 'unsatisfiable': {
      const contentRange = `bytes */${sizeBytes}`;
      return { status: 416, headers: { ...always, 'Content-Range': contentRange }, body: { kind: 'none' } };
    }
    case 'range': {
      const { start, end } = range;
      const part = {
        'Content-Range': `bytes ${start}-${end}/${sizeBytes}`,
        'Content-Length': String(end - start + 1),
      };
      return { status: 206, headers: { ...plain, ...part }, body: { kind: 'part', start, end } };
    }
    case 'whole': {
      const coding = isCompressible ? preferredCoding(headers.get('accept-encoding')) : undefined;
      const body: FileAnswerBody = request.method === 'HEAD' ? { kind: 'none' } : { kind: 'whole', coding };
      if (!coding) return { status: 200, headers: { ...plain, 'Content-Length': String(sizeBytes) }, body };
      const compressed = {
        ...always,
        // The bytes are others in every coding, what they say is the same.
        ETag: `W/${validators.etag}`,
        'Content-Type': contentType,
        'Content-Encoding': coding,
      };
      return { status: 200, headers: compressed, body };
    }
    default:
      return range satisfies never;
  }
}

function dateOf({ modifiedAtSeconds }: Validators): string {
  return new Date(modifiedAtSeconds * 1000).toUTCString();
}
