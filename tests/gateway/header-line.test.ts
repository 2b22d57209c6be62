import { describe, expect, it } from 'vitest';
import { headerLine } from '../../src/gateway/header-line.ts';
import fc from '../support/laws.ts';

describe('a line for a header', () => {
  it.each([
    ['plain words', 'plain words'],
    ['a\r\nSet-Cookie: b', 'a Set-Cookie: b'],
    ['a\tb\u2028c\0d', 'a b c d'],
    ['‘Sämple’ – “é”…', '\'Sample\' - "e"...'],
    ['日本 x', '?? x'],
    ['😀', '?'],
    ['  ', ''],
    ['x'.repeat(401), `${'x'.repeat(397)}...`],
    ['x'.repeat(400), 'x'.repeat(400)],
  ])('of %j is %j', (text, line) => expect(headerLine(text)).toBe(line));

  it('is one, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3000 }), (text) => {
        expect(headerLine(text)).toMatch(/^(?:[!-~](?:[ -~]{0,398}[!-~])?)?$/);
      }),
    );
  });
});
