/** Which compression is chosen for what a client says. */

import { expect, it } from 'vitest';
import { preferredCoding } from '../../src/gateway/accepted-coding.ts';
import fc from '../support/laws.ts';

it.each([
  [null, undefined],
  ['', undefined],
  ['identity', undefined],
  ['gzip', 'gzip'],
  ['gzip, deflate', 'gzip'],
  ['gzip, deflate, br', 'br'],
  ['GZIP , BR;Q=0.5', 'gzip'],
  ['br;q=0, gzip;q=0', undefined],
  ['br;q=0.001', 'br'],
  ['gzip;q=0.8, br;q=0.9', 'br'],
  ['gzip;q=0.9, br;q=0.8', 'gzip'],
  ['*', 'br'],
  ['*;q=0.5, br;q=0', 'gzip'],
  ['*;q=0', undefined],
  ['identity, gzip;q=0.5', undefined],
  ['identity;q=0, gzip', 'gzip'],
  ['gzip;q=2', undefined],
  ['gzip;q=x, br', 'br'],
  ['deflate, zstd', undefined],
  [`gzip,${'a,'.repeat(1000)}`, undefined],
])('answers %j with %s', (header, coding) => {
  expect(preferredCoding(header)).toBe(coding);
});

it('never chooses what is not named', () => {
  fc.assert(
    fc.property(fc.string(), (header) => {
      const coding = preferredCoding(header);
      expect(coding === undefined || header.includes('*') || header.toLowerCase().includes(coding)).toBe(
        true,
      );
    }),
  );
});
