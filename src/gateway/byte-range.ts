/** The Range header of RFC 9110, as far as static hosts honour it: one range of bytes. */
export type ByteRange =
  /** Both ends are part of the range. */
  | { readonly kind: 'range'; readonly start: number; readonly end: number }
  /** The client asks for bytes past the end: 416. */
  | { readonly kind: 'unsatisfiable' }
  /** No header, one of several ranges or of another unit: the whole file is the answer. */
  | { readonly kind: 'whole' };

const WHOLE: ByteRange = { kind: 'whole' };

export function parseByteRange(header: string | undefined, sizeBytes: number): ByteRange {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header ?? '');
  const [, first = '', last = ''] = match ?? [];
  if (first === '' && last === '') return WHOLE;

  if (first === '') {
    const length = Math.min(Number(last), sizeBytes);
    if (length === 0) return { kind: 'unsatisfiable' };
    return { kind: 'range', start: sizeBytes - length, end: sizeBytes - 1 };
  }
  const start = Number(first);
  const end = last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  // RFC 9110, 14.1.1: a range that ends before it begins is not a range, and the header is ignored.
  if (last !== '' && Number(last) < start) return WHOLE;
  if (start >= sizeBytes) return { kind: 'unsatisfiable' };
  return { kind: 'range', start, end };
}
