/** What to try when a query finds nothing: the same without one of its terms, and what stands near it. */
import { commandsStartingWith } from './command-names.ts';
import type { FieldName } from './fields.ts';
import { queryHits } from './find-packages.ts';
import { countHits } from './hits.ts';
import type { SearchIndex } from './open-index.ts';
import type { Query } from './query.ts';
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
  return [...(await longerNames(index, query)), ...shorter.filter(({ count }) => count > 0)];
}

/** Of `Functions:Get-A`, which is typed half: names that start so. */
async function longerNames(index: SearchIndex, query: Query): Promise<readonly Suggestion[]> {
  const half = query.groups
    .flat()
    .find((term) => term.kind === 'field' && COMMAND_FIELDS.includes(term.field));
  if (half?.kind !== 'field' || half.isNegated) return [];
  const value = half.values.at(-1)?.at(-1) ?? '';
  if (value.length < 3 || isWildcard(value)) return [];
  const names = await commandsStartingWith(index, value);
  return names.slice(0, MAX_NAMES).map(({ name, uses }) => ({
    text: `${without(query.text, [half])} ${half.field}:"${name}"`.trim(),
    count: new Set(uses.map((use) => use.package)).size,
  }));
}
