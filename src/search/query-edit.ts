/** Changes a query as ticking a box or removing a term does; the rest stays as it was typed. */
import type { FieldName } from './fields.ts';
import { type Group, parseQuery, type Query, soleFieldTerms } from './query.ts';

/** Values that are ticked for a field, in small letters. */
export function tickedValues(query: Query, field: FieldName): readonly string[] {
  return soleFieldTerms(query, field).flatMap(({ values }) =>
    values.flat().map((value) => value.toLowerCase()),
  );
}

/** The query with exactly these values ticked for a field: any of them may hold. */
export function withTicked(text: string, field: FieldName, values: readonly string[]): string {
  const rest = without(text, soleFieldTerms(parseQuery(text), field));
  return values.length === 0 ? rest : `${rest} ${field}:${values.map(quoted).join(',')}`.trim();
}

/** The query without terms of it. */
export function without(
  text: string,
  places: readonly { readonly start: number; readonly end: number }[],
): string {
  let left = text;
  for (const { start, end } of [...places].sort((a, b) => b.start - a.start)) {
    left = `${left.slice(0, start).trimEnd()} ${left.slice(end).trimStart()}`;
  }
  return left.trim();
}

/** Groups without what is ticked for a field: what its other values are counted among. */
export function groupsWithout(query: Query, field: FieldName): readonly Group[] {
  const ticked: readonly unknown[] = soleFieldTerms(query, field);
  return query.groups.filter(([term]) => !ticked.includes(term));
}

export interface Chip {
  /** As it stands in the query. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Terms that are more than a word: they can be taken away one by one. */
export function queryChips(query: Query): readonly Chip[] {
  return query.groups.flatMap((group) => {
    const first = group[0];
    const last = group.at(-1);
    if (!first || !last) return [];
    const isPlain = group.length === 1 && first.kind === 'word' && !first.isNegated;
    const { start } = first;
    const { end } = last;
    return isPlain ? [] : [{ text: query.text.slice(start, end), start, end }];
  });
}

function quoted(value: string): string {
  return /^[\p{L}\p{N}._-]+$/u.test(value) ? value : `"${value.replaceAll('"', '')}"`;
}
