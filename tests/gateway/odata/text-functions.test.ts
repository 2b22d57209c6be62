/** Functions of texts at their limits; what they do within them is held by the filters that use them. */
import { expect, it } from 'vitest';
import { concatTexts, replaceText, substringOf } from '../../../src/gateway/odata/text-functions.ts';

it('joins texts of up to a million characters, and makes null of longer ones', () => {
  const half = 'a'.repeat(500_000);
  expect(concatTexts(half, half)).toHaveLength(1_000_000);
  expect(concatTexts(half, `${half}b`)).toBeNull();
});

it('replaces until a text has a hundred thousand characters, and makes null of longer ones', () => {
  expect(replaceText('a'.repeat(1_000), 'A', 'b'.repeat(100))).toBe('b'.repeat(100_000));
  expect(replaceText('a'.repeat(1_001), 'A', 'b'.repeat(100))).toBeNull();
  expect(replaceText(`a${'c'.repeat(100_000)}`, 'a', 'b')).toBeNull();
});

it.each([
  ['abcabc', 'BC', 'x', 'axax'],
  ['aaa', 'aa', 'b', 'ba'],
  ['abc', '', 'x', 'abc'],
  ['ßa', 'A', 'b', 'ßb'],
])('replaces in %s each %s by %s: %s', (text, needle, replacement, replaced) => {
  expect(replaceText(text, needle, replacement)).toBe(replaced);
});

it.each([
  [1, undefined, 'bc'],
  [1, 1, 'b'],
  [-1, 2, 'ab'],
  [1.9, 1.9, 'b'],
  [3, 1, ''],
  [0, -1, ''],
  [0, 9, 'abc'],
])('cuts out of abc from %d for %s: %j', (start, length, piece) => {
  expect(substringOf('abc', start, length)).toBe(piece);
});
