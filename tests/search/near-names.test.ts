import { expect, it } from 'vitest';
import { editDistance, nearNames, slipsAllowed } from '../../src/search/near-names.ts';

it.each([
  ['pestre', 'pester', 1],
  ['pester', 'pester', 0],
  ['peser', 'pester', 1],
  ['pesster', 'pester', 1],
  ['pexter', 'pester', 1],
  ['psetre', 'pester', 2],
  ['excel', 'pester', 3],
])('%s is away from %s by %i', (a, b, distance) => expect(editDistance(a, b, 2)).toBe(distance));

it('forgives short words nothing and long ones two slips', () => {
  expect([3, 4, 7, 8].map(slipsAllowed)).toEqual([0, 1, 1, 2]);
});

it('puts the nearest first', () => {
  expect(nearNames('importexcell', ['importexcels', 'importexcel', 'imports', 'importexce'], 3)).toEqual([
    'importexcel',
    'importexcels',
    'importexce',
  ]);
  expect(nearNames('git', ['gti'], 3)).toEqual([]);
});
