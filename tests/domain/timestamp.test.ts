import { expect, it } from 'vitest';
import { isTimestamp, withMilliseconds } from '../../src/domain/timestamp.ts';

it.each([
  '2026-01-31T09:30:00Z',
  '2026-01-31T09:30:00.1Z',
  '2026-01-31T09:30:00.123Z',
  '2024-02-29T23:59:59Z',
])('takes %s for a time', (text) => {
  expect(isTimestamp(text)).toBe(true);
});

it.each([
  ['a day that does not exist', '2026-02-31T09:30:00Z'],
  ['29 February of a common year', '2025-02-29T00:00:00Z'],
  ['a thirteenth month', '2026-13-01T00:00:00Z'],
  ['hour 24', '2026-01-01T24:00:00Z'],
  ['minute 60', '2026-01-01T00:60:00Z'],
  ['a leap second', '2026-06-30T23:59:60Z'],
  ['a zone other than UTC', '2026-01-31T09:30:00+01:00'],
  ['no zone', '2026-01-31T09:30:00'],
  ['a date alone', '2026-01-31'],
  ['a space for the T', '2026-01-31 09:30:00Z'],
  ['microseconds', '2026-01-31T09:30:00.123456Z'],
  ['a line feed at its end', '2026-01-31T09:30:00Z\n'],
  ['nothing', ''],
])('refuses %s', (_, text) => {
  expect(isTimestamp(text)).toBe(false);
});

it.each([
  ['2026-01-31T09:30:00Z', '2026-01-31T09:30:00.000Z'],
  ['2026-01-31T09:30:00.4Z', '2026-01-31T09:30:00.400Z'],
  ['2026-01-31T09:30:00.407Z', '2026-01-31T09:30:00.407Z'],
])('writes %s to the millisecond', (text, expected) => {
  expect(withMilliseconds(text)).toBe(expected);
});

it('does not write a time that is none', () => {
  expect(() => withMilliseconds('yesterday')).toThrow('yesterday is not a UTC time');
});
