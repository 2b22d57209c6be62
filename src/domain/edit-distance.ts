/** How far two names are from each other in slips of the finger, and how many slips make no difference. */

/** Shorter words have too many neighbours to tell a slip from another word. */
const MIN_LENGTH = 4;
const LONG = 8;

/** How many slips a word of this length is forgiven. */
export function slipsAllowed(length: number): number {
  return length < MIN_LENGTH ? 0 : length < LONG ? 1 : 2;
}

/**
 * Letters added, left out, changed or swapped with their neighbour, each counted once (optimal string alignment).
 * @param limit  stops there: a larger distance comes back as limit + 1
 */
export function editDistance(a: string, b: string, limit: number): number {
  const far = limit + 1;
  if (Math.abs(a.length - b.length) > limit) return far;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = new Array<number>(b.length + 1).fill(far);
    row[0] = i;
    let least = Math.min(i, far);
    // What is further from the diagonal than the limit is too far whatever follows.
    for (let j = Math.max(1, i - limit); j <= Math.min(b.length, i + limit); j++) {
      const isSame = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return far;
    before = last;
    last = row;
  }
  return Math.min(last[b.length] ?? 0, far);
}
