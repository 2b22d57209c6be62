import { expect, it } from 'vitest';
import { isWildcard, wildcardMatcher } from '../../src/read/wildcard.ts';
import fc from '../support/laws.ts';

it.each([
  ['Get-*', 'get-item', true],
  ['Get-*', 'Set-Item', false],
  ['*', '', true],
  ['?', '', false],
  ['G?t-A', 'Get-A', true],
  ['[gs]et-A', 'Set-A', true],
  ['[a-c]x', 'bx', true],
  ['[a-c]x', 'dx', false],
  ['*.ps1', 'a.ps1.bak', false],
  ['a`*b', 'a*b', true],
  ['a[b', 'a[b', true],
  ['[a`]]x', ']x', true],
  ['[`-a]', '-', true],
  ['[a`-c]', 'b', false],
  ['[a`-c]', '-', true],
])('matches %j with %j: %s', (pattern, text, expected) => {
  expect(wildcardMatcher(pattern)(text)).toBe(expected);
});

it('knows a pattern when it sees one', () => {
  expect(['Get-A', 'Get-*', 'G?t', '[a]', 'a`*', '`?b', '``*'].map(isWildcard)).toEqual([
    false,
    true,
    true,
    true,
    false,
    false,
    true,
  ]);
});

it('agrees with a plain matcher that tries everything', () => {
  const matches = (pattern: string, text: string): boolean => {
    if (pattern === '') return text === '';
    if (pattern.startsWith('*'))
      return matches(pattern.slice(1), text) || (text !== '' && matches(pattern, text.slice(1)));
    return (
      text !== '' &&
      (pattern.startsWith('?') || pattern[0] === text[0]) &&
      matches(pattern.slice(1), text.slice(1))
    );
  };
  const letters = (characters: string) => fc.string({ unit: fc.constantFrom(...characters), maxLength: 9 });
  fc.assert(
    fc.property(letters('ab*?'), letters('ab'), (pattern, text) => {
      expect(wildcardMatcher(pattern)(text)).toBe(matches(pattern, text));
    }),
  );
});

it('takes no longer for many stars', () => {
  expect(wildcardMatcher(`${'*a'.repeat(200)}b`)('a'.repeat(5000))).toBe(false);
});

it.each(['['.repeat(1_000_000), `*${'a'.repeat(1_000_000)}b`])(
  'matches nothing with a pattern of a million characters',
  (pattern) => {
    expect(wildcardMatcher(pattern)('a'.repeat(1_000_000))).toBe(false);
  },
);
