/**
 * How well a package answers a query. Each word counts by the best places where the package has it; whole words count
 * more than beginnings of words; the sum is weighed with the quality of the package. The steps between the weights are
 * wider than quality can make up for: a package that is called as the query comes first, whatever else mentions it.
 */
import { Place } from './index-format.ts';

export const WEIGHTS = {
  /** The query is the id, punctuation aside. */
  exactId: 1_000,
  /** The id starts with the query. */
  idPrefix: 300,
  /** One of several words is the id: `pester mock`. */
  oneIsId: 60,
  /** The id starts with one of several words. */
  oneIsIdPrefix: 20,
  /** A word of the id. */
  idWord: 100,
  /** A command is called so. */
  exactCommand: 60,
  /** A command's name starts so. */
  commandPrefix: 30,
  /** A word of a command's name. */
  commandWord: 24,
  tag: 12,
  description: 5,
  people: 3,
  /** README, help topics and synopses of commands. */
  readme: 1,
} as const;

const PLACE_WEIGHTS: readonly (readonly [place: number, weight: number])[] = [
  [Place.id, WEIGHTS.idWord],
  [Place.command, WEIGHTS.commandWord],
  [Place.tag, WEIGHTS.tag],
  [Place.description, WEIGHTS.description],
  [Place.people, WEIGHTS.people],
  [Place.readme, WEIGHTS.readme],
];

const SUMS = Float64Array.from({ length: 64 }, (_, places) =>
  PLACE_WEIGHTS.reduce((sum, [place, weight]) => sum + ((places & place) === 0 ? 0 : weight), 0),
);

/** What a word in these places is worth. */
export function placesWeight(places: number): number {
  return SUMS[places & 63] ?? 0;
}

/** 1 for the whole word, less the more of it is missing. */
export function closeness(typedLength: number, length: number): number {
  return typedLength >= length ? 1 : 0.5 + (0.4 * typedLength) / length;
}

/** Beginnings of words count from this length on; shorter ones must be whole. */
export const MIN_PREFIX = 3;

/** @param quality  0 to 100 */
export function weighed(score: number, quality: number): number {
  return score * (0.6 + 0.004 * quality);
}

export interface Ranked {
  readonly number: number;
  /** Weighed. */
  readonly score: number;
  readonly quality: number;
}

/** Best first; of the same score the better made, then by name. */
export function compareRanked(a: Ranked, b: Ranked): number {
  // Sums that were added in another order are the same.
  const difference = Math.round(b.score * 1e6) - Math.round(a.score * 1e6);
  return difference !== 0 ? difference : b.quality - a.quality || a.number - b.number;
}
