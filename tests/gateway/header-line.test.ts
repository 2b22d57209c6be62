import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findingOf } from '../../src/domain/rule.ts';
import { findingLine, headerLine } from '../../src/gateway/header-line.ts';
import { publishVersionExists } from '../../src/rules/publish-version-exists.ts';

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
      { seed: 4 },
    );
  });

  it('names the rule, what was found and what to do', () => {
    const finding = findingOf(publishVersionExists, { file: 'request' }, { version: '1.0.0' });
    expect(findingLine(finding)).toBe(
      'PUBLISH_VERSION_EXISTS: Version 1.0.0 is already in this gallery. Raise the version and pack again.',
    );
  });
});
