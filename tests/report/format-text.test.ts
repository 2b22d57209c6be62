import { expect, it } from 'vitest';
import { formatCount, formatDate, formatSize } from '../../src/report/format-text.ts';

it.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [1023, '1023 bytes'],
  [1024, '1.0 KB'],
  [10_240, '10 KB'],
  [1_500_000, '1.4 MB'],
  [99_614_720, '95 MB'],
])('formats %d bytes as %s', (bytes, text) => {
  expect(formatSize(bytes)).toBe(text);
});

it('formats the day in UTC', () => {
  expect(formatDate('2026-01-31T23:59:59.000Z')).toBe('31 Jan 2026');
});

it.each([
  [0, '0 packages'],
  [1, '1 package'],
  [1000, '1,000 packages'],
  [1_234_567, '1,234,567 packages'],
])('counts %d as %s', (count, text) => {
  expect(formatCount(count, 'package')).toBe(text);
});
