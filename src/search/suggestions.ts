/** What to try when a query finds nothing: the same without one of its terms, and what stands near it. */
import { commandsStartingWith } from './command-names.ts';
import type { FieldName } from './fields.ts';
import { queryHits } from './find-packages.ts';
import { foldText } from './fold-text.ts';
import { countHits } from './hits.ts';
import type { PartName } from './index-format.ts';
import { readAscending } from './number-text.ts';
import type { SearchIndex } from './open-index.ts';
import { parseQuery, type Query } from './query.ts';
import { without } from './query-edit.ts';
import { isWildcard } from './wildcard.ts';

export interface Suggestion {
  /** To be searched instead. */
  readonly text: string;
  /** How many packages it finds. */
  readonly count: number;
}

const MAX_GROUPS = 6;
const MAX_NAMES = 4;
const LISTS: Readonly<Partial<Record<FieldName, PartName>>> = { Tags: 'tags', Dependency: 'depends' };
const COMMAND_FIELDS: readonly FieldName[] = ['Functions', 'Cmdlets', 'Commands', 'Aliases', 'DscResources'];

export async function suggestQueries(index: SearchIndex, query: Query): Promise<readonly Suggestion[]> {
  const { groups } = query;
  const shorter =
    groups.length < 2 || groups.length > MAX_GROUPS
      ? []
      : await Promise.all(
          groups.map(async (group): Promise<Suggestion> => {
            const left = groups.filter((other) => other !== group);
            return { text: without(query.text, group), count: countHits(await queryHits(index, left)) };
          }),
        );
  return [
    ...(await longerNames(index, query)),
    ...[...(await looseWords(index, query)), ...shorter].filter(({ count }) => count > 0),
  ];
}

/** A phrase stands in names, tags and descriptions; its words may stand anywhere. */
async function looseWords(index: SearchIndex, query: Query): Promise<readonly Suggestion[]> {
  const phrases = query.groups.flatMap(([term, ...others]) =>
    term?.kind === 'phrase' && !term.isNegated && others.length === 0 && /\s/.test(term.text) ? [term] : [],
  );
  if (phrases.length === 0) return [];
  const words = phrases.map(({ text }) => text.replace(/["“”]/g, ' '));
  const text = `${without(query.text, phrases)} ${words.join(' ')}`.trim();
  return [{ text, count: countHits(await queryHits(index, parseQuery(text).groups)) }];
}

/** Of `Functions:Get-A`, which is typed half: names that start so. */
async function longerNames(index: SearchIndex, query: Query): Promise<readonly Suggestion[]> {
  const half = query.groups.flat().find((term) => term.kind === 'field' && isNamed(term.field));
  if (half?.kind !== 'field' || half.isNegated) return [];
  const value = half.values.at(-1)?.at(-1) ?? '';
  if (value.length < 3 || isWildcard(value)) return [];
  const names = await namesStartingWith(index, half.field, value);
  return names.slice(0, MAX_NAMES).map(({ name, count }) => ({
    text: `${without(query.text, [half])} ${half.field}:"${name}"`.trim(),
    count,
  }));
}

function isNamed(field: FieldName): boolean {
  return field in LISTS || COMMAND_FIELDS.includes(field);
}

/** @returns names, and how many packages have each */
async function namesStartingWith(
  index: SearchIndex,
  field: FieldName,
  start: string,
): Promise<readonly { readonly name: string; readonly count: number }[]> {
  const list = LISTS[field];
  if (list === undefined) {
    const commands = await commandsStartingWith(index, start);
    return commands.map(({ name, uses }) => ({ name, count: new Set(uses.map((use) => use.package)).size }));
  }
  const rows = await index.part(list).startingWith(foldText(start));
  return rows.map(({ name, data }) => ({ name, count: readAscending(data).length }));
}
