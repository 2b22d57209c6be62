import { expect, it } from 'vitest';
import { parseTakePatterns } from '../../../src/gateway/upstream/take-patterns.ts';

it.each([
  ['Pester', ['Pester']],
  [' Pester, Az.* ,', ['Pester', 'Az.*']],
  ['*', ['*']],
])('reads %j as %j', (text, patterns) => {
  expect(parseTakePatterns(text)).toEqual({ ok: true, value: patterns });
});

it.each([
  ['', 'No package is named'],
  [' , ', 'No package is named'],
  ['Pester;Az', 'Pester;Az is neither'],
  ['Az.[ab]', 'is neither'],
  ['a'.repeat(101), 'is neither'],
])('refuses %j', (text, words) => {
  const parsed = parseTakePatterns(text);
  expect(parsed.ok ? '' : parsed.problem).toContain(words);
});
