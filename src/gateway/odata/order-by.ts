/** `$orderby`: keys such as `DownloadCount desc` and `concat(Title,Id)`, and the order that they make. */
import { compareNuGetVersions, type NuGetVersion, parseNuGetVersion } from '../../domain/nuget-version.ts';
import type { Result } from '../../domain/result.ts';
import { type Compiled, compileNumber, compileText, mapOne } from './compile-value.ts';
import { accept, type Cursor, peek, problemAt, understand } from './cursor.ts';
import { compileBoolean } from './evaluate-filter.ts';
import type { FilterExpression } from './filter-expression.ts';
import type { FilterProblem } from './filter-problem.ts';
import { foldCase } from './fold-case.ts';
import { parseExpression } from './parse-expression.ts';
import { isVersionRead } from './type-check.ts';
import type { ReadValue } from './v2-value.ts';

export interface OrderKey {
  readonly expression: FilterExpression;
  readonly isDescending: boolean;
}

/** No client sends more than two. */
const MAX_KEYS = 10;
/** Texts that are alike so far count as alike: what is sorted by is held for every version at once. */
const TEXT_MAX_LENGTH = 256;

export function parseOrderBy(text: string): Result<readonly OrderKey[], FilterProblem> {
  return understand(text, (cursor) => {
    const keys = [parseKey(cursor)];
    while (accept(cursor, ',')) {
      if (keys.length === MAX_KEYS) throw problemAt(peek(cursor), `At most ${MAX_KEYS} keys are read`);
      keys.push(parseKey(cursor));
    }
    return keys;
  });
}

function parseKey(cursor: Cursor): OrderKey {
  const { expression } = parseExpression(cursor);
  const isDescending = accept(cursor, 'desc');
  if (!isDescending) accept(cursor, 'asc');
  return { expression, isDescending };
}

/** What one package is sorted by: made once for each, so that sorting does not make it again for every comparison. */
export type OrderValues = readonly OrderValue[];

type OrderValue =
  | null
  | number
  | { readonly text: string; readonly folded: string; readonly version: NuGetVersion | undefined };

export interface Order {
  readonly valuesOf: (read: ReadValue) => OrderValues;
  /** Negative when the first comes before. 0 when the keys do not tell: a stable sort keeps such packages as they were. */
  readonly compare: (one: OrderValues, other: OrderValues) => number;
}

/**
 * Null comes first, as in the database behind the PowerShell Gallery; false before true; texts without regard to case,
 * and by code unit where that leaves them equal; Version and NormalizedVersion in NuGet's order, with what is no
 * version before all of them. `desc` turns all of it round.
 */
export function compileOrder(keys: readonly OrderKey[]): Order {
  const compiled = keys.map(({ expression }) => compileKey(expression));
  const signs = keys.map(({ isDescending }) => (isDescending ? -1 : 1));
  return {
    valuesOf: (read) => compiled.map((compute) => compute(read)),
    compare: (one, other) => {
      for (const [index, sign] of signs.entries()) {
        const order = compareValues(one[index] ?? null, other[index] ?? null);
        if (order !== 0) return sign * order;
      }
      return 0;
    },
  };
}

function compileKey(expression: FilterExpression): Compiled<OrderValue> {
  switch (expression.type) {
    case 'Null':
      return () => null;
    case 'Number':
    case 'DateTime':
      return compileNumber(expression);
    case 'Boolean':
      return mapOne(compileBoolean(expression), Number);
    case 'String': {
      const isVersion = isVersionRead(expression);
      return mapOne(compileText(expression), (whole) => {
        const text = whole.length > TEXT_MAX_LENGTH ? beginningOf(whole) : whole;
        const version = isVersion ? parseNuGetVersion(text) : undefined;
        return { text, folded: foldCase(text), version: version?.ok ? version.value : undefined };
      });
    }
  }
}

/** Of its own: a slice would keep the whole text in memory. */
function beginningOf(text: string): string {
  return text.slice(0, TEXT_MAX_LENGTH).split('').join('');
}

function compareValues(one: OrderValue, other: OrderValue): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  if (typeof one === 'number' || typeof other === 'number') return byOrder(Number(one), Number(other));
  if (one.version !== undefined && other.version !== undefined) {
    return compareNuGetVersions(one.version, other.version);
  }
  if (one.version !== undefined || other.version !== undefined) return one.version === undefined ? -1 : 1;
  return byOrder(one.folded, other.folded) || byOrder(one.text, other.text);
}

function byOrder<T extends string | number>(one: T, other: T): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
