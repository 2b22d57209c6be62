/** A query → the packages that it finds, best first. */
import { slipsAllowed } from '../domain/edit-distance.ts';
import { fieldHits } from './field-hits.ts';
import { joinName, nameTokens, textTokens } from './fold-text.ts';
import {
  allHits,
  complementHits,
  countHits,
  type Hits,
  hitNumbers,
  intersectHits,
  MISS,
  uniteHits,
} from './hits.ts';
import type { PackageFacts } from './index-format.ts';
import { nearNames } from './near-names.ts';
import { readNumbers } from './number-text.ts';
import type { SearchIndex } from './open-index.ts';
import { type Group, isWantedWord, type Query, type Term, wantedWords } from './query.ts';
import { compareRanked, type Ranked, WEIGHTS, weighed } from './rank.ts';
import { isWildcard } from './wildcard.ts';
import { idScore, phraseHits, wordHits, wordsAround } from './word-hits.ts';

export type PackageSort = 'relevance' | 'name' | 'recent' | 'quality';

export interface PackageMatch extends Ranked {
  /** Found only by a word near one that was typed. */
  readonly isNear: boolean;
}

export interface Correction {
  /** As typed. */
  readonly word: string;
  /** Words that are near it and found something. */
  readonly instead: readonly string[];
}

export interface PackageResults {
  /** Best first, or in the order asked for; near ones come last. */
  readonly matches: readonly PackageMatch[];
  readonly corrections: readonly Correction[];
  readonly factsOf: (number: number) => PackageFacts;
}

export async function findPackages(
  index: SearchIndex,
  query: Query,
  sort: PackageSort = 'relevance',
): Promise<PackageResults> {
  const hits = await queryHits(index, query.groups);
  await preferWholeName(index, query, hits);
  const { hits: near, corrections } = await nearHits(index, query, hits);
  const numbers = hitNumbers(hits);
  const nearNumbers = hitNumbers(near).filter((number) => (hits[number] ?? MISS) < 0);
  const factsOf = await factsFor(index, [...numbers, ...nearNumbers]);
  const rank = (from: Hits, isNear: boolean) => (number: number) => {
    const { quality } = factsOf(number);
    return { number, score: weighed(from[number] ?? 0, quality), quality, isNear };
  };
  const compare = comparer(sort, factsOf);
  return {
    matches: [
      ...numbers.map(rank(hits, false)).sort(compare),
      ...nearNumbers.map(rank(near, true)).sort(compare),
    ],
    corrections,
    factsOf,
  };
}

/** Packages in which all groups hold, with the sums of what their terms are worth. */
export async function queryHits(index: SearchIndex, groups: readonly Group[]): Promise<Hits> {
  const isAlone = groups.filter(isWantedWord).length < 2;
  const all = await Promise.all(groups.map((group) => groupHits(index, group, isAlone)));
  return all.reduce(intersectHits, allHits(index.head.packageCount));
}

async function groupHits(index: SearchIndex, group: Group, isAlone: boolean): Promise<Hits> {
  return (await Promise.all(group.map((term) => termHits(index, term, isAlone)))).reduce(uniteHits);
}

async function termHits(index: SearchIndex, term: Term, isAlone: boolean): Promise<Hits> {
  const hits = await plainHits(index, term, isAlone);
  return term.isNegated ? complementHits(hits) : hits;
}

function plainHits(index: SearchIndex, term: Term, isAlone: boolean): Promise<Hits> {
  if (term.kind === 'field') return fieldHits(index, term);
  return term.kind === 'word' ? wordHits(index, term.text, isAlone) : phraseHits(index, term.text);
}

/** `posh git` is posh-git, whatever else has both words. */
async function preferWholeName(index: SearchIndex, query: Query, hits: Hits): Promise<void> {
  const words = wantedWords(query).filter((word) => !isWildcard(word));
  if (words.length < 2) return;
  const key = joinName(words.join(''));
  for (const [number, id] of await idsStarting(index, key)) {
    const known = hits[number] ?? MISS;
    if (known < 0) continue;
    hits[number] = known + idScore(key, joinName(id), true);
  }
}

async function idsStarting(index: SearchIndex, key: string): Promise<readonly (readonly [number, string])[]> {
  const rows = await index.part('ids').startingWith(key);
  return rows.flatMap(({ name, data }) => readNumbers(data).map((number) => [number, name] as const));
}

/** With more than these, nothing near is looked for. */
const ENOUGH = 3;
const NEAR_WORDS = 3;

async function nearHits(
  index: SearchIndex,
  query: Query,
  hits: Hits,
): Promise<{ readonly hits: Hits; readonly corrections: readonly Correction[] }> {
  const none = { hits: allHits(index.head.packageCount).fill(MISS), corrections: [] };
  if (countHits(hits) > ENOUGH) return none;
  const words = [...new Set(wantedWords(query))].filter(
    (word) => textTokens(word).length === 1 && slipsAllowed(joinName(word).length) > 0 && !isWildcard(word),
  );
  const corrections: Correction[] = [];
  for (const word of words) {
    const exact = await wordHits(index, word, true);
    if (countHits(exact) > ENOUGH || exact.some((score) => score >= WEIGHTS.exactId)) continue;
    const instead = await nearWords(index, joinName(word), countHits(exact) > 0);
    if (instead.length > 0) corrections.push({ word, instead });
  }
  if (corrections.length === 0) return none;
  const groups = query.groups.map((group): Group => {
    const [term] = group;
    const correction = corrections.find(({ word }) => term?.kind === 'word' && term.text === word);
    if (!term || !correction || group.length > 1 || term.isNegated) return group;
    return correction.instead.map((text) => ({ ...term, kind: 'word', text }));
  });
  const found = await queryHits(index, groups);
  return countHits(found) === 0 ? none : { hits: found, corrections };
}

/**
 * Names near the word among those that begin alike, and words that stand beside it in the index: a file or two. The
 * beginning itself is seldom mistyped, so all names are read only for a word that finds nothing.
 */
async function nearWords(index: SearchIndex, word: string, isFound: boolean): Promise<readonly string[]> {
  const [first = '', second = ''] = word;
  const ids = index.part('ids');
  const [same, swapped, around] = await Promise.all([
    ids.startingWith(first + second),
    ids.startingWith(second + first),
    wordsAround(index, word),
  ]);
  const namesOf = (id: string) => [joinName(id), ...nameTokens(id)];
  const near = nearNames(
    word,
    [...same, ...swapped].flatMap(({ name }) => namesOf(name)),
    NEAR_WORDS,
  );
  // Names of packages first: whoever mistypes one means it more often than a word of a description.
  if (near.length > 0) return near;
  const beside = nearNames(word, around, NEAR_WORDS);
  if (beside.length > 0 || isFound) return beside;
  return nearNames(word, (await index.ids()).flatMap(namesOf), NEAR_WORDS);
}

/** Few results bring their facts along; many are looked up in the catalogue. */
const FEW = 24;

async function factsFor(
  index: SearchIndex,
  numbers: readonly number[],
): Promise<(number: number) => PackageFacts> {
  if (numbers.length > FEW) return (await index.catalogue()).facts;
  const known = new Map<number, PackageFacts>();
  await Promise.all(numbers.map(async (number) => known.set(number, (await index.details(number)).facts)));
  return (number) => {
    const facts = known.get(number);
    if (!facts) throw new RangeError(`package ${number} was not found`);
    return facts;
  };
}

function comparer(
  sort: PackageSort,
  factsOf: (number: number) => PackageFacts,
): (a: Ranked, b: Ranked) => number {
  if (sort === 'name') return (a, b) => a.number - b.number;
  if (sort === 'quality') return (a, b) => b.quality - a.quality || a.number - b.number;
  if (sort === 'recent')
    return (a, b) => factsOf(b.number).day - factsOf(a.number).day || a.number - b.number;
  return compareRanked;
}
