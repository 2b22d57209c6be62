/**
 * The query language, read by the search of the site, `pwshelf search`, and whatever else answers queries.
 *
 *     query  = group*                       all of them must hold
 *     group  = term ("OR" term)*            one of them must hold
 *     term   = ["-"] (word | phrase | field)
 *     phrase = '"' text '"'
 *     field  = name ":" value ("," value)*  one of the values; (SP phrase)* after a phrase: those too
 *     value  = word | phrase                with * and ?, or a comparison such as >=2.0
 *
 * Every text is a query: what does not fit is searched as words, with a note that says so.
 */
import { isDateText, isVersionText, readComparisons } from './comparison.ts';
import { FIELDS, type Field, type FieldKind, type FieldName, findField } from './fields.ts';
import { textTokens } from './fold-text.ts';
import { nearNames } from './near-names.ts';
import { type NamedTerm, readTerms, type TextTerm } from './query-terms.ts';
import { isWildcard } from './wildcard.ts';

/** Longer queries are cut: no address holds more, and no person types it. */
export const MAX_QUERY_LENGTH = 1_000;
const MAX_TERMS = 50;
/** Each may have to be compared with all names there are. */
const MAX_WILDCARDS = 8;

interface Placed {
  readonly isNegated: boolean;
  /** Where it stands in the query, with its sign. */
  readonly start: number;
  readonly end: number;
}

export interface WordTerm extends Placed {
  readonly kind: 'word';
  readonly text: string;
}

export interface PhraseTerm extends Placed {
  readonly kind: 'phrase';
  readonly text: string;
}

export interface FieldTerm extends Placed {
  readonly kind: 'field';
  readonly field: FieldName;
  /** All of these must hold, of each one of its values. */
  readonly values: readonly (readonly string[])[];
}

export type Term = WordTerm | PhraseTerm | FieldTerm;

/** At least one term; one of them must hold. */
export type Group = readonly Term[];

export interface Query {
  readonly text: string;
  /** All of them must hold. */
  readonly groups: readonly Group[];
  /** Sentences on what was taken otherwise than it may have been meant. */
  readonly notes: readonly string[];
}

/** Never throws: whatever is typed is a query. */
export function parseQuery(source: string): Query {
  const notes: string[] = [];
  if (source.length > MAX_QUERY_LENGTH)
    notes.push(`Only the first ${MAX_QUERY_LENGTH} characters of the query are searched.`);
  const text = source.slice(0, MAX_QUERY_LENGTH);
  const found = readTerms(text, notes);
  if (found.length > MAX_TERMS) notes.push(`Only the first ${MAX_TERMS} words and fields are searched.`);
  const groups: Term[][] = [];
  const wildcards: string[] = [];
  let isJoined = false;
  for (const source of found.slice(0, MAX_TERMS)) {
    if (source.kind === 'or') {
      isJoined = groups.length > 0;
      if (!isJoined) notes.push('OR stands between two terms; here nothing is before it, so it is left out.');
      continue;
    }
    const terms = readTerm(source, notes, wildcards);
    if (terms.length === 0) continue;
    const last = groups.at(-1);
    // An alternative that falls into several words cannot join one group; its first word stands for it.
    if (isJoined && last) last.push(...terms.slice(0, 1));
    groups.push(...terms.slice(isJoined && last ? 1 : 0).map((term) => [term]));
    isJoined = false;
  }
  if (isJoined) notes.push('OR stands between two terms; here nothing is after it, so it is left out.');
  if (wildcards.length > MAX_WILDCARDS)
    notes.push(`Only the first ${MAX_WILDCARDS} names with * or ? are searched.`);
  return { text, groups, notes };
}

/** Terms of one kind that stand alone, not negated: what a checkbox of that field shows as ticked. */
export function soleFieldTerms(query: Query, field: FieldName): readonly FieldTerm[] {
  return query.groups.flatMap(([term, ...others]) =>
    term?.kind === 'field' && term.field === field && !term.isNegated && others.length === 0 ? [term] : [],
  );
}

/** Whether the group is one word that must be there. */
export function isWantedWord(group: Group): boolean {
  const [term] = group;
  return group.length === 1 && term?.kind === 'word' && !term.isNegated;
}

/** Words that must be there, in their order. */
export function wantedWords(query: Query): readonly string[] {
  return query.groups
    .filter(isWantedWord)
    .flat()
    .flatMap((term) => (term.kind === 'word' ? [term.text] : []));
}

/** @param wildcards  takes those that are met */
function readTerm(source: TextTerm | NamedTerm, notes: string[], wildcards: string[]): readonly Term[] {
  const { isNegated, start, end } = source;
  const placed = { isNegated, start, end };
  const isTaken = (text: string) => !isWildcard(text) || wildcards.push(text) <= MAX_WILDCARDS;
  if (source.kind !== 'field') {
    if (source.kind === 'words') return wordTerms(source.text, placed).filter((term) => isTaken(term.text));
    return textTokens(source.text).length === 0 ? [] : [{ ...placed, kind: 'phrase', text: source.text }];
  }
  const field = findField(source.name);
  if (!field) {
    const [near] = nearNames(
      source.name.toLowerCase(),
      FIELDS.map(({ name }) => name.toLowerCase()),
      1,
    );
    const hint = near ? ` Is ${findField(near)?.name}: meant?` : '';
    notes.push(`There is no field ${source.name}:, so its value is searched as words.${hint}`);
    return source.values
      .flat()
      .flatMap((value) => wordTerms(value, placed))
      .filter((term) => isTaken(term.text));
  }
  const values = source.values.map((some) =>
    some.filter((value) => fits(field, value, notes) && isTaken(value)),
  );
  const kept = values.filter((some) => some.length > 0);
  return kept.length === 0 ? [] : [{ ...placed, kind: 'field', field: field.name, values: kept }];
}

function wordTerms(text: string, placed: Placed): readonly WordTerm[] {
  return text
    .split(/\s+/)
    .filter((word) => isWildcard(word) || textTokens(word).length > 0)
    .map((word) => ({ ...placed, kind: 'word', text: word }));
}

const EXPECTED: Readonly<Partial<Record<FieldKind, string>>> = {
  version: 'a version such as 5.1, >=5.1 or 5.1..7.4',
  date: 'a date such as 2026, >=2026-01 or 2026-01-01..2026-01-31',
  number: 'a number from 0 to 100, such as >=80',
  'yes-no': 'yes or no',
};

function isSame(one: string, typed: string): boolean {
  return one.toLowerCase() === typed.toLowerCase().replace('-', '');
}

/** Whether a value can be compared; one that cannot is left out, with a note. */
function fits({ name, kind, values }: Field, value: string, notes: string[]): boolean {
  if (value.trim() === '') return false;
  if (kind === 'name' || kind === 'text') {
    if (values && !isWildcard(value) && !values.some((one) => isSame(one, value)))
      notes.push(`${name}: is ${values.join(', ')}; nothing is “${value}”.`);
    return true;
  }
  const isFitting = (one: string) => {
    if (kind === 'version') return isVersionText(one) || (name === 'Version' && isWildcard(one));
    return kind === 'date' ? isDateText(one) : /^\d{1,3}$/.test(one);
  };
  const isRight =
    kind === 'yes-no'
      ? /^(?:yes|no|true|false)$/i.test(value)
      : readComparisons(value).every((one) => isFitting(one.value));
  if (!isRight) notes.push(`${name}: takes ${EXPECTED[kind]}; “${value}” is left out.`);
  return isRight;
}
