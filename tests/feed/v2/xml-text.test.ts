import { expect, it } from 'vitest';
import { escapeXml } from '../../../src/feed/v2/xml-text.ts';
import fc from '../../support/laws.ts';
import { parseXml } from '../../support/xml-elements.ts';

it.each([
  ['plain text', 'plain text'],
  ["it's", "it's"],
  ['a < b && c > d', 'a &lt; b &amp;&amp; c &gt; d'],
  ['"quoted"', '&quot;quoted&quot;'],
  ['&amp;', '&amp;amp;'],
  ['tab\tand\nline feed', 'tab\tand\nline feed'],
  ['carriage\r\nreturn', 'carriage&#xD;\nreturn'],
  ['null\u0000 bell\u0007 escape\u001b', 'null bell escape'],
  ['noncharacters \uFFFE\uFFFF', 'noncharacters '],
  ['half a pair \uD83D!', 'half a pair !'],
  ['the other half \uDE00!', 'the other half !'],
  ['\u{1F600}', '\u{1F600}'],
  [']]>', ']]&gt;'],
])('escapes %j', (text, expected) => {
  expect(escapeXml(text)).toBe(expected);
});

it('gives a text that a parser reads back, in an element and in an attribute', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const escaped = escapeXml(text);
      const root = parseXml(`<root title="${escaped}">${escaped}</root>`);
      expect(root.text).toBe(allowed(text));
      // A parser makes spaces of the line feeds and tabs of an attribute.
      expect(root.attributes.title).toBe(allowed(text).replace(/[\n\t]/g, ' '));
    }),
    { numRuns: 300 },
  );
});

/** What XML 1.0 can hold of a text. */
function allowed(text: string): string {
  return [...text].filter((character) => isAllowed(character.codePointAt(0) ?? 0)).join('');
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return code < 0xd800 || (code > 0xdfff && code !== 0xfffe && code !== 0xffff);
}
