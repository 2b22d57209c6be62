/** Quotes around parameters, as clients write them. */

import { expect, it } from 'vitest';
import { readStringParameter } from '../../../src/gateway/odata/string-parameter.ts';
import fc from '../../support/laws.ts';

it.each([
  ["'Az'", 'Az'],
  ['Az', 'Az'],
  ["''", ''],
  ['', ''],
  ["''az''", 'az'],
  ["'it''s'", "it's"],
  ["it's", "it's"],
  ["'it's'", "it's"],
  ["'", "'"],
  ["'az", "'az"],
  ["''''", "'"],
  ["'''az'''", "'az'"],
])('%s means %s', (text, meant) => {
  expect(readStringParameter(text)).toBe(meant);
});

it('gives back any text that OData quotes', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("'", 'a', ' ') }), (text) => {
      expect(readStringParameter(`'${text.replaceAll("'", "''")}'`)).toBe(text);
    }),
  );
});
