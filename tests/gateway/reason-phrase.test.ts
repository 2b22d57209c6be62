import { expect, it } from 'vitest';
import { reasonPhrase } from '../../src/gateway/reason-phrase.ts';
import fc from '../support/laws.ts';

it.each([
  ['A plain sentence.', 'A plain sentence.'],
  ['two\r\nlines', 'two lines'],
  ['Version 1.400.0 has 14003 files', 'Version 1.4 0 0.0 has 14 0 03 files'],
  ['４０９', '4 0 9'],
])('makes %j one plain line', (sentence, expected) => {
  expect(reasonPhrase(sentence)).toBe(expected);
});

it('cuts what is too long', () => {
  const phrase = reasonPhrase('word '.repeat(200));
  expect(phrase).toHaveLength(400);
  expect(phrase.endsWith('...')).toBe(true);
});

it('can always stand in the first line of an answer, and holds no status', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (sentence) => {
      expect(reasonPhrase(sentence)).toMatch(/^(?!.*4(?:00|01|03|09))[\x20-\x7e]{0,400}$/);
    }),
  );
});
