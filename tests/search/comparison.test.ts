import { expect, it } from 'vitest';
import {
  compareDay,
  compareVersionTexts,
  holds,
  isDateText,
  isVersionText,
  readComparisons,
} from '../../src/search/comparison.ts';

it.each([
  ['5.1', [{ sign: '=', value: '5.1' }]],
  ['>=5.1', [{ sign: '>=', value: '5.1' }]],
  ['< 3', [{ sign: '<', value: '3' }]],
  [
    '5.1..7.4',
    [
      { sign: '>=', value: '5.1' },
      { sign: '<=', value: '7.4' },
    ],
  ],
])('%s is read', (text, comparisons) => expect(readComparisons(text)).toEqual(comparisons));

it.each([
  ['5.1', '5.1.0.0', 0],
  ['5.1', '5.10', -1],
  ['2.0', '1.9.9', 1],
  ['1.0.0-beta', '1.0.0', -1],
  ['1.0.0-alpha', '1.0.0-beta', -1],
  ['v1.2', '1.2', 0],
])('%s compared with %s', (a, b, order) => {
  expect(compareVersionTexts(a, b)).toBe(order);
  expect(compareVersionTexts(b, a)).toBe(order === 0 ? 0 : -order);
});

it.each([
  ['2026-01-31', '2026', 0],
  ['2026-01-31', '2026-01', 0],
  ['2026-01-31', '2026-02', -1],
  ['2026-01-31', '2026-01-30', 1],
])('%s compared with %s', (day, value, order) => expect(compareDay(day, value)).toBe(order));

it('tells versions and dates from other texts', () => {
  expect(['5', '5.1', '1.2.3.4', '1.0.0-rc1'].every(isVersionText)).toBe(true);
  expect(['', 'x', '1.2.3.4.5', '1..2'].some(isVersionText)).toBe(false);
  expect(['2026', '2026-01', '2026-12-31'].every(isDateText)).toBe(true);
  expect(['26', '2026-13', '2026-1', '2026-01-32'].some(isDateText)).toBe(false);
});

it('holds by its sign', () => {
  expect(
    (['=', '>', '>=', '<', '<='] as const).map((sign) => [-1, 0, 1].filter((order) => holds(sign, order))),
  ).toEqual([[0], [1], [0, 1], [-1], [-1, 0]]);
});
