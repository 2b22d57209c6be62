import { expect, it } from 'vitest';
import { type DataValue, dataEntry } from '../../src/domain/data-value.ts';

const table: DataValue = {
  kind: 'hashtable',
  entries: [
    { key: 'ModuleVersion', value: { kind: 'string', value: '1.0' }, line: 2, column: 3 },
    { key: 'moduleversion', value: { kind: 'string', value: '2.0' }, line: 3, column: 3 },
  ],
};

it.each(['ModuleVersion', 'MODULEVERSION', 'moduleVersion'])('finds the first entry under %s', (key) => {
  expect(dataEntry(table, key)).toMatchObject({ line: 2, value: { value: '1.0' } });
});

it.each([
  ['a key that is not there', table, 'Author'],
  ['an array', { kind: 'array', items: [table] } as const, 'ModuleVersion'],
  ['an expression that is not constant', { kind: 'dynamic', source: '$x' } as const, 'ModuleVersion'],
  ['nothing', undefined, 'ModuleVersion'],
])('finds no entry in %s', (_, value, key) => {
  expect(dataEntry(value, key)).toBeUndefined();
});
