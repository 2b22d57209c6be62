/** Forgives typing errors: names that are one or two slips of the finger away from what was typed. */

/** Shorter words have too many neighbours to tell a slip from another word. */
const MIN_LENGTH = 4;
const LONG = 8;

/** How many slips a word of this length is forgiven. */
export function slipsAllowed(length: number): number {
  return length < MIN_LENGTH ? 0 : length < LONG ? 1 : 2;
}

/**
 * Letters added, left out, changed or swapped with their neighbour, each counted once.
 * @param limit  stops there: a larger distance comes back as limit + 1
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, limit + 1);
}

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
