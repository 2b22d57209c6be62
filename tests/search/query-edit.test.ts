import { expect, it } from 'vitest';
import { parseQuery } from '../../src/search/query.ts';
import { groupsWithout, queryChips, tickedValues, without, withTicked } from '../../src/search/query-edit.ts';

it.each([
  ['report', 'Type', ['module'], 'report Type:module'],
  ['report Type:script', 'Type', ['module'], 'report Type:module'],
  ['report Type:script azure', 'Type', [], 'report azure'],
  ['', 'Category', ['a', 'b'], 'Category:a,b'],
  ['x', 'Owner', ['two words'], 'x Owner:"two words"'],
  ['-Type:script', 'Type', ['module'], '-Type:script Type:module'],
] as const)('%s with %s of %j ticked is %s', (text, field, values, query) => {
  expect(withTicked(text, field, values)).toBe(query);
  expect(tickedValues(parseQuery(query), field)).toEqual(values);
});

it('shows what can be taken away', () => {
  const text = 'report -old Tags:a,b x OR y "a b"';
  const chips = queryChips(parseQuery(text));
  expect(chips.map((chip) => chip.text)).toEqual(['-old', 'Tags:a,b', 'x OR y', '"a b"']);
  expect(chips.map((chip) => without(text, [chip]))).toEqual([
    'report Tags:a,b x OR y "a b"',
    'report -old x OR y "a b"',
    'report -old Tags:a,b "a b"',
    'report -old Tags:a,b x OR y',
  ]);
});

it('leaves a field out of what its values are counted among', () => {
  expect(groupsWithout(parseQuery('a Type:module b'), 'Type')).toHaveLength(2);
  expect(groupsWithout(parseQuery('a -Type:module'), 'Type')).toHaveLength(2);
});
