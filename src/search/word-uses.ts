/** Where packages have a word, as the index holds it. */
import { NUMBERED_PLACES } from './index-format.ts';
import { readNumbers } from './number-text.ts';

const NONE: readonly number[] = [];

/**
 * @param data  of a row of `words`
 * @param take  a package, the places, and the steps from one position there to the next
 */
export function readWordUses(
  data: string,
  take: (number: number, places: number, steps: readonly number[]) => void,
): void {
  const numbers = readNumbers(data);
  let number = 0;
  for (let at = 0; at < numbers.length; ) {
    number += numbers[at++] ?? 0;
    const places = numbers[at++] ?? 0;
    if ((places & NUMBERED_PLACES) === 0) take(number, places, NONE);
    else {
      const end = at + 1 + (numbers[at] ?? 0);
      take(number, places, numbers.slice(at + 1, end));
      at = end;
    }
  }
}

/**
 * @param data  of a row of `starts`: the number of pairs; pairs of length and places of a word, the most frequent first;
 *   for each package the step from the one before, and its pair
 * @param take  a package, and the best word that it has: its length, and where it is
 */
export function readStart(
  data: string,
  take: (number: number, length: number, places: number) => void,
): void {
  const numbers = readNumbers(data);
  const uses = 1 + 2 * (numbers[0] ?? 0);
  let number = 0;
  for (let at = uses; at < numbers.length; at += 2) {
    number += numbers[at] ?? 0;
    const pair = 1 + 2 * (numbers[at + 1] ?? 0);
    take(number, numbers[pair] ?? 0, numbers[pair + 1] ?? 0);
  }
}
