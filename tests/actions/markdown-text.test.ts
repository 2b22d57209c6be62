import { describe, expect, it } from 'vitest';
import { codeBlock, codeText, plainText } from '../../src/actions/markdown-text.ts';
import fc from '../support/laws.ts';

describe('text of others in a sentence', () => {
  it.each([
    ['@maintainer', '@\u2060maintainer'],
    ['see #1', 'see \\#\u20601'],
    ['GH-12', 'GH-\u206012'],
    ['https://evil.example', 'https:\u2060//evil.example'],
    ['www.evil.example', 'www.\u2060evil.example'],
    [':tada:', ':\u2060tada:'],
    ['<img src=x>', '\\<img src=x\\>'],
    ['[a](b)', '\\[a\\](b)'],
    ['a\nb', 'a\\\\u{a}b'],
  ])('%j is written as %j', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('names nobody, refers to nothing and opens no markup, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'@#<>[]()`*_~|!&:/wWaGH-1. \n') }), (text) => {
        const written = plainText(text);
        expect(written).not.toMatch(/@[A-Za-z0-9]|#\d|[^\\][<>`*_~|[\]]|^[<>`*_~|[\]#-]|:\/\/[a-z]|\n/i);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('text of others as code', () => {
  it.each([
    ['plain', '`plain`'],
    ['a`b', '``a`b``'],
    ['`a`', '`` `a` ``'],
    ['a|b', '`a\\|b`'],
    ['', '` `'],
    ['a\u202eb', '`a\\u{202e}b`'],
  ])('%j is written as %j', (text, expected) => {
    expect(codeText(text)).toBe(expected);
  });

  it('cuts what is longer than a line', () => {
    expect(codeText('x'.repeat(300), 10)).toBe(`\`${'x'.repeat(10)}…\``);
  });

  it('takes a line of as many backticks as a file may hold', () => {
    expect(codeBlock('` '.repeat(500_000), 'diff')).toMatch(/^```diff\n/);
  });

  it('is closed by nothing that stands in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('`', 'a', '\n', ' ') }), (text) => {
        const lines = codeBlock(text, 'diff').split('\n');
        const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? '';
        expect(lines.slice(1, -1).every((line) => !line.includes(fence))).toBe(true);
        expect(lines.at(-1)).toBe(fence);
      }),
      { numRuns: 1000 },
    );
  });
});
