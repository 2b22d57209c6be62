import { expect, it } from 'vitest';
import { logText } from '../../src/actions/log-text.ts';

it.each([
  ['::set-output name=verdict::merge', ':\u2060:set-output name=verdict::merge'],
  ['found:\n   ::add-mask::x', 'found:\n   :\u2060:add-mask::x'],
  ['a\r::error::x', 'a\\u{d}::error::x'],
  ['it is ##[set-output name=merged]true', 'it is ##\u2060[set-output name=merged]true'],
  ['Contoso::Tools', 'Contoso::Tools'],
])('writes %j as %j', (text, expected) => {
  expect(logText(text)).toBe(expected);
});
