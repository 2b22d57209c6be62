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
export function commonStarts(words: readonly PartEntry[], fences: readonly string[]): PartEntry[] {
  const starts: PartEntry[] = [];
  const isCommon = (start: string) => {
    const { from, to } = rangeOf(start);
    return lowerBound(fences, to) - lowerBound(fences, from) + 1 > MANY_FILES;
  };
  const visit = (all: readonly PartEntry[], length: number): void => {
    for (let from = 0; from < all.length; ) {
      const start = (all[from]?.key ?? '').slice(0, length);
      let end = from + 1;
      while (end < all.length && all[end]?.key.startsWith(start)) end++;
      if (start.length === length && isCommon(start)) {
        const found = all.slice(from, end);
        starts.push({ key: start, name: start, data: bestUses(found, length) });
        visit(found, length + 1);
      }
      from = end;
    }
  };
  visit(words, MIN_PREFIX);
  return starts;
}

interface Best {
  readonly score: number;
  readonly length: number;
  readonly places: number;
}

function bestUses(words: readonly PartEntry[], typedLength: number): string {
  const best = new Map<number, Best>();
  for (const { key, data } of words) {
    const near = closeness(typedLength, key.length);
    readWordUses(data, (number, places) => {
      const score = near * placesWeight(places);
      if (score > (best.get(number)?.score ?? -1)) best.set(number, { score, length: key.length, places });
    });
  }
  const counts = new Map<string, { readonly best: Best; count: number }>();
  const pairOf = ({ length, places }: Best) => `${length} ${places}`;
  for (const one of best.values()) {
    const known = counts.get(pairOf(one));
    if (known) known.count++;
    else counts.set(pairOf(one), { best: one, count: 1 });
  }
  const pairs = [...counts.values()].sort(
    (a, b) => b.count - a.count || a.best.length - b.best.length || a.best.places - b.best.places,
  );
  const placeOf = new Map(pairs.map(({ best: one }, place) => [pairOf(one), place]));
  const numbers = [pairs.length, ...pairs.flatMap(({ best: { length, places } }) => [length, places])];
  let last = 0;
  for (const [number, one] of [...best].sort(([a], [b]) => a - b)) {
    numbers.push(number - last, placeOf.get(pairOf(one)) ?? 0);
    last = number;
  }
  return writeNumbers(numbers);
}
