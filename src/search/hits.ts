/** The packages that something fits, each with what it is worth: one number for each package, below 0 for no. */

export type Hits = Float64Array;

export const MISS = -1;

export function noHits(packageCount: number): Hits {
  return new Float64Array(packageCount).fill(MISS);
}

export function allHits(packageCount: number): Hits {
  return new Float64Array(packageCount);
}

/** Keeps the higher. */
export function noteBest(hits: Hits, number: number, score: number): void {
  if (score > (hits[number] ?? Number.POSITIVE_INFINITY)) hits[number] = score;
}

/** Adds to what is there; a package that was none of them becomes one. */
export function noteMore(hits: Hits, number: number, score: number): void {
  const known = hits[number] ?? MISS;
  hits[number] = known < 0 ? score : known + score;
}

/** In both; the sums. */
export function intersectHits(a: Hits, b: Hits): Hits {
  return a.map((score, number) => {
    const other = b[number] ?? MISS;
    return score < 0 || other < 0 ? MISS : score + other;
  });
}

/** In either; the higher. */
export function uniteHits(a: Hits, b: Hits): Hits {
  return a.map((score, number) => Math.max(score, b[number] ?? MISS));
}

export function complementHits(hits: Hits): Hits {
  return hits.map((score) => (score < 0 ? 0 : MISS));
}

export function countHits(hits: Hits): number {
  return hits.reduce((count, score) => count + (score < 0 ? 0 : 1), 0);
}

export function hitNumbers(hits: Hits): readonly number[] {
  const numbers: number[] = [];
  hits.forEach((score, number) => {
    if (score >= 0) numbers.push(number);
  });
  return numbers;
}
