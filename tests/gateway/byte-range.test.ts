/** Range headers against a file of ten bytes. */

import { expect, it } from 'vitest';
import { parseByteRange } from '../../src/gateway/byte-range.ts';
import fc from '../support/laws.ts';

it.each([
  ['bytes=0-3', 0, 3],
  ['bytes=4-', 4, 9],
  ['bytes=8-100', 8, 9],
  ['bytes=-3', 7, 9],
  ['bytes=-100', 0, 9],
])('%s of ten bytes is %i to %i', (header, start, end) => {
  expect(parseByteRange(header, 10)).toEqual({ kind: 'range', start, end });
});

it.each(['bytes=10-', 'bytes=10-12', 'bytes=-0'])('%s of ten bytes cannot be satisfied', (header) => {
  expect(parseByteRange(header, 10)).toEqual({ kind: 'unsatisfiable' });
});

it.each([undefined, '', 'bytes=', 'bytes=-', 'bytes=5-2', 'bytes=0-1,3-4', 'lines=0-1', 'bytes=a-b'])(
  '%j asks for the whole file',
  (header) => {
    expect(parseByteRange(header, 10)).toEqual({ kind: 'whole' });
  },
);

it('never leaves the file', () => {
  const part = fc.option(fc.nat(50), { nil: '' });
  fc.assert(
    fc.property(part, part, fc.nat(40), (first, last, sizeBytes) => {
      const range = parseByteRange(`bytes=${first}-${last}`, sizeBytes);
      return (
        range.kind !== 'range' || (range.start >= 0 && range.start <= range.end && range.end < sizeBytes)
      );
    }),
  );
});
