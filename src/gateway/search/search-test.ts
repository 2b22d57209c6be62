/**
 * A query of the search language against the catalogue: whether a version fits, and how well. The same language as the
 * site's, with its weights; what the site reads in READMEs and help is not known here.
 */
import { fail, ok, type Result } from '../../domain/result.ts';
import { foldText, joinName, nameTokens, textTokens } from '../../search/fold-text.ts';
import { type Group, parseQuery, type Term, wantedWords } from '../../search/query.ts';
import { closeness, MIN_PREFIX, WEIGHTS } from '../../search/rank.ts';
import { isWildcard, readWildcard } from '../../search/wildcard.ts';
import { type CatalogueVersion, shownAt } from '../catalogue/catalogue.ts';
import { fieldTest } from './field-match.ts';
import { type PackageTexts, packageTexts } from './package-texts.ts';

/** Undefined when it does not fit; else the more the better. */
export type SearchTest = (version: CatalogueVersion) => number | undefined;

export interface SearchOptions {
  /** Whether a word may stand inside another one: clients that filter themselves must be given all that they might keep. */
  readonly isPartOfWord: boolean;
}

/** Fails with a sentence when the query asks for what is not known here. */
export function searchTest(
  text: string,
  { isPartOfWord }: SearchOptions = { isPartOfWord: false },
): Result<SearchTest, string> {
  const query = parseQuery(text);
  const words = wantedWords(query);
  const how = { isAlone: words.length === 1, isPartOfWord };
  const groups: SearchTest[] = [];
  for (const group of query.groups) {
    const test = groupTest(group, how);
    if (!test.ok) return test;
    groups.push(test.value);
  }
  const whole = joinName(words.filter((word) => !isWildcard(word)).join(''));
  const isPhraseOfNames = words.length > 1 && whole !== '';
  return ok((version) => {
    let sum = 0;
    for (const test of groups) {
      const score = test(version);
      if (score === undefined) return undefined;
      sum += score;
    }
    return isPhraseOfNames ? sum + nameScore(packageTexts(version.owner).joinedId, whole) : sum;
  });
}

function nameScore(id: string, key: string): number {
  if (!id.startsWith(key)) return 0;
  return id === key ? WEIGHTS.exactId : WEIGHTS.idPrefix * closeness(key.length, id.length);
}

function groupTest(group: Group, how: WordOptions): Result<SearchTest, string> {
  const tests: SearchTest[] = [];
  for (const term of group) {
    const test = termTest(term, how);
    if (!test.ok) return test;
    tests.push(
      term.isNegated ? (version) => (test.value(version) === undefined ? 0 : undefined) : test.value,
    );
  }
  const [only] = tests;
  if (only && tests.length === 1) return ok(only);
  return ok((version) => best(tests.map((test) => test(version))));
}

function termTest(term: Term, how: WordOptions): Result<SearchTest, string> {
  switch (term.kind) {
    case 'word':
      return ok(isWildcard(term.text) ? wildcardTest(term.text) : wordTest(term.text, how));
    case 'phrase':
      return ok(phraseTest(term.text));
    case 'field': {
      const tests = term.values.map((some) => some.map((value) => fieldTest(term.field, value)));
      if (tests.flat().includes(undefined)) {
        return fail(`${term.field}: is known to the search of the site only; search there, or leave it out.`);
      }
      return ok((version) =>
        tests.every((some) => some.some((test) => test?.(version))) ? FIELD_WEIGHT : undefined,
      );
    }
    default:
      return term satisfies never;
  }
}

interface WordOptions extends SearchOptions {
  /** Whether it is the only word of the query. */
  readonly isAlone: boolean;
}

const FIELD_WEIGHT = WEIGHTS.tag;

function wildcardTest(pattern: string): SearchTest {
  const { matches } = readWildcard(pattern);
  const isCommand = fieldTest('Commands', pattern);
  return (version) => {
    if (matches(packageTexts(version.owner).foldedId)) return WEIGHTS.idWord;
    return isCommand?.(version) ? WEIGHTS.commandWord : undefined;
  };
}

function wordTest(word: string, { isAlone, isPartOfWord }: WordOptions): SearchTest {
  const tokens = textTokens(word);
  const key = joinName(word);
  const folded = foldText(word);
  const isCommand = fieldTest('Commands', word);
  const [whole, start] = isAlone
    ? [WEIGHTS.exactId, WEIGHTS.idPrefix]
    : [WEIGHTS.oneIsId, WEIGHTS.oneIsIdPrefix];
  return (version) => {
    const texts = packageTexts(version.owner);
    let sum: number | undefined = 0;
    for (const token of tokens) {
      const score = tokenScore(texts, token);
      if (score === undefined) {
        sum = undefined;
        break;
      }
      sum += score / tokens.length;
    }
    const id = texts.joinedId;
    const name =
      id === key ? whole : id.startsWith(key) ? start * closeness(key.length, id.length) : undefined;
    const isPart =
      texts.foldedId.includes(folded) || (isPartOfWord && tokens.every((token) => isSomewhere(texts, token)));
    const part = isPart ? WEIGHTS.readme : undefined;
    const command = folded.includes('-') && isCommand?.(version) ? WEIGHTS.exactCommand : undefined;
    return total([sum, name, part, command]);
  };
}

function isSomewhere({ id, description, tags }: PackageTexts, part: string): boolean {
  return description.includes(part) || id.includes(part) || tags.includes(part);
}

function tokenScore(texts: PackageTexts, token: string): number | undefined {
  const wanted = token.length < MIN_PREFIX ? ` ${token} ` : ` ${token}`;
  return total([
    texts.id.includes(wanted) ? WEIGHTS.idWord : undefined,
    texts.tags.includes(wanted) ? WEIGHTS.tag : undefined,
    texts.description.includes(wanted) ? WEIGHTS.description : undefined,
    texts.people.includes(wanted) ? WEIGHTS.people : undefined,
  ]);
}

/** The words in this order, in one text; or the name of a command, or a whole tag. */
function phraseTest(phrase: string): SearchTest {
  const words = textTokens(phrase);
  const isCommand = fieldTest('Commands', phrase);
  const isTag = fieldTest('Tags', phrase);
  const first = words[0] ?? '';
  return (version) => {
    const { owner } = version;
    if (isCommand?.(version)) return WEIGHTS.exactCommand;
    if (isTag?.(version)) return WEIGHTS.tag;
    const texts = packageTexts(owner);
    // The texts that are kept tell quickly that a word is nowhere; they do not keep the order.
    if (![texts.id, texts.tags, texts.description, texts.people].some((text) => text.includes(` ${first} `)))
      return undefined;
    const places: readonly (readonly [weight: number, words: readonly string[]])[] = [
      [WEIGHTS.idWord, textTokens(owner.id)],
      [WEIGHTS.idWord, nameTokens(owner.id)],
      ...owner
        .tags(shownAt(owner))
        .split(' ')
        .map((tag) => [WEIGHTS.tag, textTokens(tag)] as const),
      [WEIGHTS.description, textTokens(owner.title)],
      [WEIGHTS.description, textTokens(owner.description)],
      [WEIGHTS.people, textTokens(owner.authors)],
      [WEIGHTS.people, textTokens(owner.company)],
      ...owner.owners.map((one) => [WEIGHTS.people, textTokens(one)] as const),
    ];
    return total(places.map(([weight, text]) => (hasRun(text, words) ? weight : undefined)));
  };
}

function hasRun(text: readonly string[], words: readonly string[]): boolean {
  return text.some((_, from) => words.every((word, at) => text[from + at] === word));
}

function best(scores: readonly (number | undefined)[]): number | undefined {
  const found = scores.filter((score) => score !== undefined);
  return found.length === 0 ? undefined : Math.max(...found);
}

function total(scores: readonly (number | undefined)[]): number | undefined {
  let sum: number | undefined;
  for (const score of scores) if (score !== undefined) sum = (sum ?? 0) + score;
  return sum;
}
