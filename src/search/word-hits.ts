/** Words and phrases → the packages that have them. */
import { commandsCalled, commandsStartingWith } from './command-names.ts';
import { foldText, joinName, textTokens } from './fold-text.ts';
import { allHits, type Hits, intersectHits, MISS, noHits, noteBest, noteMore, uniteHits } from './hits.ts';
import { MANY_FILES } from './index-format.ts';
import { readNumbers } from './number-text.ts';
import type { SearchIndex } from './open-index.ts';
import { closeness, MIN_PREFIX, placesWeight, WEIGHTS } from './rank.ts';
import type { SearchPart } from './search-part.ts';
import { isWildcard, readWildcard } from './wildcard.ts';
import { readStart, readWordUses } from './word-uses.ts';

/** @param isAlone  whether it is the only word of its query: only then it can be the name that is meant */
export async function wordHits(index: SearchIndex, word: string, isAlone: boolean): Promise<Hits> {
  if (isWildcard(word)) return wildcardHits(index, word);
  const tokens = textTokens(word);
  const [names, commands, ...texts] = await Promise.all([
    idHits(index, word, isAlone),
    commandHits(index, word),
    ...tokens.map((token) => tokenHits(index, token)),
  ]);
  // A word of several parts, such as Get-Report, is worth as much as another.
  const text = texts
    .reduce(intersectHits, allHits(index.head.packageCount))
    .map((score) => (score < 0 ? MISS : score / texts.length));
  const sum = text;
  for (const hits of [names, commands]) {
    hits.forEach((score, number) => {
      if (score >= 0) noteMore(sum, number, score);
    });
  }
  return sum;
}

/** The words one after the other in one text; also a command or package that is called so. */
export async function phraseHits(index: SearchIndex, phrase: string): Promise<Hits> {
  const tokens = textTokens(phrase);
  const [commands, ...texts] = await Promise.all([
    exactCommandHits(index, phrase),
    ...tokens.map((token) => numberedUses(index, token)),
  ]);
  const hits = noHits(index.head.packageCount);
  const [first = new Map<number, WordUses>(), ...others] = texts;
  for (const [number, { places, positions }] of first) {
    const uses = others.map((other) => other.get(number));
    const isThere =
      others.length === 0 ||
      positions.some((from) => uses.every((use, at) => use?.positions.includes(from + at + 1)));
    if (!isThere) continue;
    const shared = uses.reduce((sum, use) => sum & (use?.places ?? 0), places);
    hits[number] = placesWeight(shared === 0 ? places : shared);
  }
  return uniteHits(hits, commands);
}

interface WordUses {
  readonly places: number;
  readonly positions: readonly number[];
}

async function tokenHits(index: SearchIndex, token: string): Promise<Hits> {
  const hits = noHits(index.head.packageCount);
  const words = index.part('words');
  if (token.length >= MIN_PREFIX && (await words.filesOf(token)) > MANY_FILES) {
    const [start] = await index.part('starts').equalTo(token);
    if (start) {
      readStart(start.data, (number, length, places) => {
        hits[number] = closeness(token.length, length) * placesWeight(places);
      });
      return hits;
    }
  }
  const rows = await (token.length < MIN_PREFIX ? words.equalTo(token) : words.startingWith(token));
  for (const { key, data } of rows) {
    const near = closeness(token.length, key.length);
    readWordUses(data, (number, places) => noteBest(hits, number, near * placesWeight(places)));
  }
  return hits;
}

async function numberedUses(index: SearchIndex, token: string): Promise<ReadonlyMap<number, WordUses>> {
  const uses = new Map<number, WordUses>();
  for (const { data } of await index.part('words').equalTo(token)) {
    readWordUses(data, (number, places, steps) => {
      let position = 0;
      uses.set(number, { places, positions: steps.map((step) => (position += step)) });
    });
  }
  return uses;
}

async function idHits(index: SearchIndex, word: string, isAlone: boolean): Promise<Hits> {
  const hits = noHits(index.head.packageCount);
  const key = joinName(word);
  if (key === '') return hits;
  for (const row of await index.part('ids').startingWith(key)) {
    const score = idScore(key, row.key, isAlone);
    for (const number of readNumbers(row.data)) noteBest(hits, number, score);
  }
  return hits;
}

/** Both without punctuation; the id starts with the word. */
export function idScore(word: string, id: string, isAlone: boolean): number {
  if (word === id) return isAlone ? WEIGHTS.exactId : WEIGHTS.oneIsId;
  return (isAlone ? WEIGHTS.idPrefix : WEIGHTS.oneIsIdPrefix) * closeness(word.length, id.length);
}

/** Letters after the hyphen before beginnings of names are asked for: before that, all of one verb would be read. */
const MIN_AFTER_HYPHEN = 3;

export function isCommandStart(word: string): boolean {
  const hyphen = word.indexOf('-');
  return hyphen > 0 && word.length - hyphen - 1 >= MIN_AFTER_HYPHEN;
}

async function commandHits(index: SearchIndex, word: string): Promise<Hits> {
  if (!isCommandStart(word)) return exactCommandHits(index, word);
  const hits = noHits(index.head.packageCount);
  const key = foldText(word);
  for (const { name, uses } of await commandsStartingWith(index, word)) {
    const isExact = foldText(name) === key;
    const score = isExact ? WEIGHTS.exactCommand : WEIGHTS.commandPrefix * closeness(key.length, name.length);
    for (const use of uses) noteBest(hits, use.package, score);
  }
  return hits;
}

async function exactCommandHits(index: SearchIndex, name: string): Promise<Hits> {
  const hits = noHits(index.head.packageCount);
  if (isWildcard(name)) return hits;
  for (const { uses } of await commandsCalled(index, name)) {
    for (const use of uses) noteBest(hits, use.package, WEIGHTS.exactCommand);
  }
  return hits;
}

/** Compared with whole names, of packages and commands; `Tags:` is there for tags. */
async function wildcardHits(index: SearchIndex, pattern: string): Promise<Hits> {
  const hits = noHits(index.head.packageCount);
  const { prefix, matches } = readWildcard(pattern);
  const [ids, commands] = await Promise.all([
    // By the sorted list where the beginning is known: a file or two of it instead of all names.
    index.part('ids').startingWith(joinName(prefix)),
    commandsCalled(index, pattern),
  ]);
  for (const { name, data } of ids) {
    if (matches(foldText(name)))
      for (const number of readNumbers(data)) noteBest(hits, number, WEIGHTS.idWord);
  }
  for (const { uses } of commands) {
    for (const use of uses) noteBest(hits, use.package, WEIGHTS.commandWord);
  }
  return hits;
}

/** Words near the one that was typed, from the neighbourhood of it in the index. */
export async function wordsAround(index: SearchIndex, word: string): Promise<readonly string[]> {
  const words: SearchPart = index.part('words');
  return (await words.around(foldText(word))).map(({ key }) => key);
}
