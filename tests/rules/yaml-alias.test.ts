import { expect, it } from 'vitest';
import { readRecord } from '../../src/read/record.ts';
import { yamlAlias } from '../../src/rules/yaml-alias.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';

const read = (text: string) => readRecord(text, { file: 'Tools.yaml' }).findings;

it.each([
  ['an alias', 'id: Tools\nowners: &o [a]\ncategories: *o\n'],
  ['an alias of nothing', 'id: Tools\nowners: *o\n'],
  [
    'aliases that unfold a thousandfold',
    `id: Tools\na: &a [x,x]\n${'bcdefghij'
      .split('')
      .map((key, at) => `${key}: &${key} [*${'abcdefghi'[at]},*${'abcdefghi'[at]}]`)
      .join('\n')}\n`,
  ],
])('refuses %s', (_, text) => {
  expectOnly(read(text), yamlAlias, {}, { file: 'Tools.yaml' });
});

it('minds no anchor that nothing refers to, nor a star in a text', () => {
  expect(codesOf(read('id: &id Tools\nowners: [a]\ndeprecated: {message: "see *o"}\n'))).toEqual([]);
});
