import { expect, it } from 'vitest';
import { editDistance, slipsAllowed } from '../../src/domain/edit-distance.ts';
import fc from '../support/laws.ts';

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

it('agrees with a count by the whole table, as far as the limit goes', () => {
  const word = fc.stringMatching(/^[abc]{0,7}$/);
  fc.assert(
    fc.property(word, word, fc.constantFrom(1, 2, 3), (a, b, limit) => {
      expect(editDistance(a, b, limit)).toBe(Math.min(wholeTable(a, b), limit + 1));
    }),
    { numRuns: 1000 },
  );
});

function wholeTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const row = table[i] ?? [];
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        changed,
        swap ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}
