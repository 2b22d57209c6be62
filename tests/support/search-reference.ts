/**
 * What a query means, told by looking at every package: no index, no shortcuts. The search must find the same packages
 * and put the same ones first.
 */
import {
  compareDay,
  compareVersionTexts,
  holds,
  isVersionText,
  readComparisons,
} from '../../src/search/comparison.ts';
import { foldText, joinName, nameParts, nameTokens, textTokens } from '../../src/search/fold-text.ts';
import { Place } from '../../src/search/index-format.ts';
import { type FieldTerm, type Query, type Term, wantedWords } from '../../src/search/query.ts';
import { closeness, placesWeight, WEIGHTS, weighed } from '../../src/search/rank.ts';
import type { SearchRecord } from '../../src/search/search-record.ts';
import { isWildcard, readWildcard } from '../../src/search/wildcard.ts';

export interface Found {
  readonly id: string;
  readonly score: number;
}

/** Best first. */
export function scanPackages(records: readonly SearchRecord[], query: Query): readonly Found[] {
  return records
    .flatMap((record) => {
      const isAlone = wantedWords(query).length < 2;
      const scores = query.groups.map((group) => best(group.map((term) => termScore(record, term, isAlone))));
      if (scores.includes(undefined)) return [];
      const sum =
        scores.reduce<number>((total, score) => total + (score ?? 0), 0) + wholeNameBonus(record, query);
      return [{ id: record.id, quality: record.quality, score: weighed(sum, record.quality) }];
    })
    .sort((a, b) => Math.round(b.score * 1e6) - Math.round(a.score * 1e6) || b.quality - a.quality);
}

type Score = number | undefined;

function best(scores: readonly Score[]): Score {
  const found = scores.filter((score) => score !== undefined);
  return found.length === 0 ? undefined : Math.max(...found);
}

function sum(scores: readonly Score[]): Score {
  const found = scores.filter((score) => score !== undefined);
  return found.length === 0 ? undefined : found.reduce((total, score) => total + score, 0);
}

function termScore(record: SearchRecord, term: Term, isAlone: boolean): Score {
  const score = plainScore(record, term, isAlone);
  return term.isNegated ? (score === undefined ? 0 : undefined) : score;
}

function plainScore(record: SearchRecord, term: Term, isAlone: boolean): Score {
  if (term.kind === 'field') return fieldScore(record, term);
  if (term.kind === 'phrase') return phraseScore(record, term.text);
  return isWildcard(term.text) ? wildcardScore(record, term.text) : wordScore(record, term.text, isAlone);
}

function wholeNameBonus({ id }: SearchRecord, query: Query): number {
  const words = wantedWords(query).filter((word) => !isWildcard(word));
  if (words.length < 2) return 0;
  const [key, whole] = [joinName(words.join('')), joinName(id)];
  if (key === '' || !whole.startsWith(key)) return 0;
  return whole === key ? WEIGHTS.exactId : WEIGHTS.idPrefix * closeness(key.length, whole.length);
}

type PlacedTokens = readonly (readonly [place: number, tokens: readonly string[]])[];

const known = new WeakMap<SearchRecord, PlacedTokens>();

/** Every place with the words in it, in their order. */
function textsOf(record: SearchRecord): PlacedTokens {
  const { id, tags, description, authors, company, owners, commands, readme } = record;
  const texts = known.get(record) ?? [
    [Place.id, nameTokens(id)],
    ...tags.map((tag) => [Place.tag, nameTokens(tag)] as const),
    [Place.description, textTokens(description)],
    ...[authors, company, ...owners].map((people) => [Place.people, textTokens(people)] as const),
    ...commands.map(({ name }) => [Place.command, nameTokens(name)] as const),
    ...commands.map(({ synopsis }) => [Place.readme, textTokens(synopsis)] as const),
    [Place.readme, textTokens(readme.slice(0, 20_000)).filter((token) => token.length <= 24)],
  ];
  known.set(record, texts);
  return texts;
}

function tokenScore(record: SearchRecord, typed: string): Score {
  const places = new Map<string, number>();
  for (const [place, tokens] of textsOf(record)) {
    for (const token of tokens) {
      const fits = typed.length < 3 ? token === typed : token.startsWith(typed);
      if (fits) places.set(token, (places.get(token) ?? 0) | place);
    }
  }
  return best([...places].map(([token, bits]) => closeness(typed.length, token.length) * placesWeight(bits)));
}

function wordScore(record: SearchRecord, word: string, isAlone: boolean): Score {
  const scores = textTokens(word).map((token) => tokenScore(record, token));
  const text = scores.includes(undefined) ? undefined : (sum(scores) ?? 0) / scores.length;
  const [key, id] = [joinName(word), joinName(record.id)];
  const [whole, start] = isAlone ? [1_000, 300] : [60, 20];
  const name = id === key ? whole : id.startsWith(key) ? start * closeness(key.length, id.length) : undefined;
  return sum([text, name, commandScore(record, word)]);
}

function commandScore({ commands }: SearchRecord, word: string): Score {
  const typed = foldText(word);
  const isStart = word.indexOf('-') > 0 && word.slice(word.indexOf('-') + 1).length >= 3;
  return best(
    commands.map(({ name }) => {
      const folded = foldText(name);
      if (folded === typed) return WEIGHTS.exactCommand;
      return isStart && folded.startsWith(typed)
        ? WEIGHTS.commandPrefix * closeness(typed.length, name.length)
        : undefined;
    }),
  );
}

function wildcardScore({ id, commands }: SearchRecord, pattern: string): Score {
  const { matches } = readWildcard(pattern);
  const fits = (name: string) => matches(foldText(name));
  return best([
    fits(id) ? WEIGHTS.idWord : undefined,
    commands.some(({ name }) => fits(name)) ? WEIGHTS.commandWord : undefined,
  ]);
}

function phraseScore(record: SearchRecord, phrase: string): Score {
  const wanted = textTokens(phrase);
  const isCommand = record.commands.some(({ name }) => foldText(name) === foldText(phrase));
  return best([isCommand ? WEIGHTS.exactCommand : undefined, consecutive(record, wanted)]);
}

function consecutive(record: SearchRecord, wanted: readonly string[]): Score {
  const placesOf = (token: string) =>
    textsOf(record).reduce((bits, [place, tokens]) => (tokens.includes(token) ? bits | place : bits), 0);
  const all = wanted.map(placesOf);
  if (all.includes(0)) return undefined;
  const { id, tags, description, authors, company, owners } = record;
  // In names a piece and the first of its parts stand at one place.
  const texts = [
    ...[id, ...tags].map(nameSlots),
    ...[description, authors, company, ...owners].map((text) => textTokens(text).map((token) => [token])),
  ];
  const isThere =
    wanted.length === 1 ||
    texts.some((slots) =>
      slots.some((_, from) => wanted.every((token, at) => slots[from + at]?.includes(token))),
    );
  if (!isThere) return undefined;
  const shared = all.reduce((bits, places) => bits & places);
  return placesWeight(shared === 0 ? (all[0] ?? 0) : shared);
}

function nameSlots(name: string): readonly (readonly string[])[] {
  const pieces = [...textTokens(name)];
  return nameParts(name).map(({ token, isPieceStart }) =>
    isPieceStart ? [token, pieces.shift() ?? token] : [token],
  );
}

function fieldScore(record: SearchRecord, { field, values }: FieldTerm): Score {
  const all = values.map((some) => best(some.map((value) => valueScore(record, field, value))));
  return all.includes(undefined) ? undefined : sum(all);
}

function idValueScore(id: string, value: string): Score {
  const [name, part] = [foldText(id), foldText(value)];
  if (isWildcard(value)) return readWildcard(value).matches(name) ? 0 : undefined;
  if (name === part) return 1_000;
  if (!name.includes(part)) return undefined;
  return (name.startsWith(part) ? 300 : 100) * closeness(part.length, name.length);
}

function valueScore(record: SearchRecord, field: FieldTerm['field'], value: string): Score {
  const { matches } = readWildcard(value);
  const isIt = (name: string) =>
    isWildcard(value) ? matches(foldText(name)) : foldText(name) === foldText(value);
  const isPart = (text: string) =>
    isWildcard(value) ? isIt(text) : foldText(text).includes(foldText(value));
  const when = (holdsTrue: boolean, score = 0): Score => (holdsTrue ? score : undefined);
  const called = (...kinds: string[]) =>
    when(
      record.commands.some(({ name, kind }) => kinds.includes(kind) && isIt(name)),
      WEIGHTS.exactCommand,
    );
  const compares = (order: (value: string) => number) =>
    readComparisons(value).every((one) => holds(one.sign, order(one.value)));
  const { editions } = record;
  switch (field) {
    case 'Id':
      return idValueScore(record.id, value);
    case 'Version':
      return when(
        isWildcard(value)
          ? isIt(record.version)
          : isVersionText(record.version) && compares((one) => compareVersionTexts(record.version, one)),
      );
    case 'Tags':
      return when(record.tags.some(isIt), WEIGHTS.tag);
    case 'Author':
      return when(isPart(record.authors));
    case 'Owner':
      return when(record.owners.some(isIt));
    case 'Functions':
      return called('function');
    case 'Cmdlets':
      return called('cmdlet');
    case 'DscResources':
      return called('dsc-resource');
    case 'Aliases':
      return called('alias');
    case 'Commands':
      return called('function', 'cmdlet', 'workflow', 'alias', 'script');
    case 'Parameters':
      return when(
        record.commands.some(({ parameters }) => parameters.some(isIt)),
        WEIGHTS.commandWord,
      );
    case 'PowerShellVersion': {
      const least = record.powerShell || '0';
      if (/^[<>=]/.test(value) || value.includes('..'))
        return when(compares((one) => compareVersionTexts(least, one)));
      const isCoreOnly = editions.includes('Core') && !editions.includes('Desktop');
      if (isCoreOnly && Number(value.split('.')[0]) < 6) return undefined;
      return when(compareVersionTexts(least, value) <= 0);
    }
    case 'Edition':
      return when(editions.some(isIt));
    case 'OS':
      return when(record.systems.some(isIt));
    case 'Type':
      return when(isIt(record.kind));
    case 'Includes':
      return when(
        record.commands.some(
          ({ kind }) => kind !== 'alias' && kind !== 'script' && (isIt(kind) || isIt(kind.replace('-', ''))),
        ),
      );
    case 'Category':
      return when(record.categories.some(isIt));
    case 'License':
      return when(isIt(record.license));
    case 'Dependency':
      return when(record.dependencies.some(isIt));
    case 'Updated':
      return when(compares((one) => compareDay(record.publishedOn, one)));
    case 'Quality':
      return when(compares((one) => record.quality - Number(one)));
    case 'Prerelease':
      return when(record.isPrerelease === /^(?:yes|true)$/i.test(value));
  }
}
