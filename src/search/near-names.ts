/** Forgives typing errors: names that are one or two slips of the finger away from what was typed. */

import { editDistance, slipsAllowed } from '../domain/edit-distance.ts';

/**
 * The nearest of some names, nearest first, then in the order of the names; the word itself is none of them.
 * @param word  folded
 * @param names  folded
 */
export function nearNames(word: string, names: Iterable<string>, count: number): readonly string[] {
  const limit = slipsAllowed(word.length);
  if (limit === 0) return [];
  const near = new Map<string, number>();
  for (const name of names) {
    if (near.has(name) || name === word) continue;
    const distance = editDistance(word, name, limit);
    if (distance <= limit) near.set(name, distance);
  }
  return [...near]
    .sort(([a, one], [b, other]) => one - other || (a < b ? -1 : 1))
    .slice(0, count)
    .map(([name]) => name);
}
