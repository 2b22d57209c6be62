import { expect, it } from 'vitest';
import { plainReadme } from '../../src/read/plain-readme.ts';

it.each([
  ['# Title\n\nSome **bold** and `code`.', 'Title\nSome bold and code.'],
  ['See [the docs](https://example.org/a_b) now', 'See the docs now'],
  ['![build](https://example.org/x.svg) text', 'text'],
  ['<p align="center">Centred</p><!-- note -->', 'Centred'],
  ['Get-Item -Path C:\\x | Out-Null', 'Get-Item -Path C:\\x Out-Null'],
  ['a_b stays, 2 * 3 goes', 'a_b stays, 2 3 goes'],
  ['- one\n- two', 'one\ntwo'],
  ['', ''],
])('%j is %j', (markdown, plain) => expect(plainReadme([markdown])).toBe(plain));

it('takes the texts one after the other, up to a length', () => {
  expect(plainReadme(['one', '', 'two'])).toBe('one\n\ntwo');
  expect(plainReadme(['x'.repeat(50_000), 'y'])).toHaveLength(20_000);
});

it('is not slowed down by unclosed marks', () => {
  for (const mark of ['[', '![', '<a ', '<!--', '`', '*', '](', 'http://', '\n \n']) {
    expect(plainReadme([mark.repeat(20_000)]).length).toBeLessThanOrEqual(20_000);
  }
});

it('reads to the end of white space that is no space', () => {
  expect(plainReadme(Array.from({ length: 10_000 }, () => `${'\f'.repeat(50_000)}x`))).toMatch(/^x\n/);
});

it('looks at the first topics only where all of them are marks', () => {
  let asked = 0;
  const topics = function* () {
    for (; asked < 10_000; asked++) yield '<!--'.repeat(15_000);
  };
  plainReadme(topics());
  expect(asked).toBeLessThan(10);
});
