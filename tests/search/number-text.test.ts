import { expect, it } from 'vitest';
import {
  readAscending,
  readFirstNumber,
  readNumbers,
  writeAscending,
  writeNumbers,
} from '../../src/search/number-text.ts';
import fc from '../support/laws.ts';

const number = fc.nat(2 ** 31 - 1);

it('reads what it wrote', () => {
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      expect(readNumbers(writeNumbers(numbers))).toEqual(numbers);
    }),
  );
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const ascending = numbers.toSorted((a, b) => a - b);
      expect(readAscending(writeAscending(ascending))).toEqual(ascending);
    }),
  );
});

it('reads the first alone', () => {
  fc.assert(
    fc.property(fc.array(number, { minLength: 1 }), (numbers) => {
      expect(readFirstNumber(writeNumbers(numbers))).toBe(numbers[0]);
    }),
  );
});

it('writes small numbers as one character', () => expect(writeNumbers([0, 1, 31])).toBe('ABf'));

it.each(['!', 'g', 'Ω', 'ggggggggA'])('refuses %j', (text) =>
  expect(() => readNumbers(text)).toThrow(RangeError),
);
