/**
 * Beginnings of so many words that to read them all would be a long download: what the best word of each package is,
 * worked out while the index is built. It comes to the same scores.
 */
import { MANY_FILES } from './index-format.ts';
import { writeNumbers } from './number-text.ts';
import { closeness, MIN_PREFIX, placesWeight } from './rank.ts';
import { lowerBound, rangeOf } from './search-part.ts';
import type { PartEntry } from './sorted-part.ts';
import { readWordUses } from './word-uses.ts';

/**
 * @param words  sorted
 * @param fences  where the files of the words begin
 * @returns sorted
 */
export function commonStarts(
  words: readonly PartEntry[],
  fences: readonly string[],
  packageCount: number,
): PartEntry[] {
  const starts: PartEntry[] = [];
  const isCommon = (start: string) => {
    const { from, to } = rangeOf(start);
    return lowerBound(fences, to) - lowerBound(fences, from) + 1 > MANY_FILES;
  };
  const visit = <T extends Keyed>(
    all: readonly T[],
    length: number,
    read: (some: T[]) => ReadWord[],
  ): void => {
    for (let from = 0; from < all.length; ) {
      const start = (all[from]?.key ?? '').slice(0, length);
      let end = from + 1;
      while (end < all.length && all[end]?.key.startsWith(start)) end++;
      if (start.length === length && isCommon(start)) {
        const found = read(all.slice(from, end));
        starts.push({ key: start, name: start, data: bestUses(found, length, packageCount) });
        visit(found, length + 1, (some) => some);
      }
      from = end;
    }
  };
  visit(words, MIN_PREFIX, (some) => some.map(readWord));
  return starts;
}

interface Keyed {
  readonly key: string;
}

interface ReadWord extends Keyed {
  /** By turns a package and the places of the word in it. */
  readonly uses: readonly number[];
}

function readWord({ key, data }: PartEntry): ReadWord {
  const uses: number[] = [];
  readWordUses(data, (number, places) => uses.push(number, places));
  return { key, uses };
}

/** Places are six bits. */
const PLACES = 64;

function bestUses(words: readonly ReadWord[], typedLength: number, packageCount: number): string {
  const scores = new Float64Array(packageCount).fill(-1);
  // Of each package the length of its best word, and where it has that.
  const best = new Uint16Array(packageCount);
  for (const { key, uses } of words) {
    const near = closeness(typedLength, key.length);
    for (let at = 0; at < uses.length; at += 2) {
      const [number = 0, places = 0] = [uses[at], uses[at + 1]];
      const score = near * placesWeight(places);
      if (score <= (scores[number] ?? 0)) continue;
      scores[number] = score;
      best[number] = key.length * PLACES + places;
    }
  }
  const counts = new Map<number, number>();
  for (const pair of best) if (pair > 0) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  const pairs = [...counts].sort(([a, one], [b, other]) => other - one || a - b).map(([pair]) => pair);
  const placeOf = new Map(pairs.map((pair, place) => [pair, place]));
  const numbers = [pairs.length];
  for (const pair of pairs) numbers.push(Math.floor(pair / PLACES), pair % PLACES);
  let last = 0;
  best.forEach((pair, number) => {
    if (pair === 0) return;
    numbers.push(number - last, placeOf.get(pair) ?? 0);
    last = number;
  });
  return writeNumbers(numbers);
}
