/** Texts without their case. */
import { expect, it } from 'vitest';
import { foldCase } from '../../../src/gateway/odata/fold-case.ts';

it.each([
  ['Az.Accounts', 'az.aCCOUNTS'],
  ['é', 'É'],
  ['ς', 'Σ'],
  ['𐐨', '𐐀'],
])('takes %s and %s for the same', (one, other) => {
  expect(foldCase(one)).toBe(foldCase(other));
});

it.each([
  ['ß', 'SS'],
  ['ı', 'I'],
  ['ſ', 's'],
  ['\u212a', 'k'],
  ['é', 'e'],
])('tells %s and %s apart', (one, other) => {
  expect(foldCase(one)).not.toBe(foldCase(other));
});

it('moves no character of Unicode from its place, and makes none of them ASCII', () => {
  for (let code = 0; code <= 0x10ffff; code++) {
    const character = String.fromCodePoint(code);
    const folded = foldCase(`ß${character}ß`).slice(1, -1);
    if (
      foldCase(character) !== folded ||
      folded.length !== character.length ||
      (code > 0x7f && folded <= '\x7f')
    ) {
      expect.fail(`U+${code.toString(16)} is folded to ${JSON.stringify(folded)}`);
    }
  }
});
