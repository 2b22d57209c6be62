/**
 * Texts and numbers of an expression, made of one package's values. A function of null is null. An expression is
 * turned into functions once, so that a scan of a whole gallery does not read the tree again for every package.
 */

import { parseDateTime } from './date-time.ts';
import type { DatePart, FilterExpression, FunctionCall } from './filter-expression.ts';
import { foldCase } from './fold-case.ts';
import { concatTexts, replaceText, substringOf } from './text-functions.ts';
import type { ReadValue } from './v2-value.ts';

export type Compiled<T> = (read: ReadValue) => T | null;

const NOTHING = () => null;

/** @param expression  of the type String or Null */
export function compileText(expression: FilterExpression): Compiled<string> {
  if (expression.kind === 'literal') return constant(expression.type === 'String' ? expression.value : null);
  if (expression.kind === 'property') {
    const { name } = expression;
    return (read) => {
      const value = read(name);
      return typeof value === 'string' ? value : null;
    };
  }
  return expression.kind === 'call' ? compileTextCall(expression) : NOTHING;
}

/** The text as it is compared: case does not count. */
export function compileFolded(expression: FilterExpression): Compiled<string> {
  if (expression.kind === 'literal') {
    return constant(expression.type === 'String' ? foldCase(expression.value) : null);
  }
  return mapOne(compileText(expression), foldCase);
}

/** @param expression  of the type Number, DateTime (as milliseconds since 1970) or Null */
export function compileNumber(expression: FilterExpression): Compiled<number> {
  if (expression.kind === 'literal') {
    return constant(expression.type === 'Number' || expression.type === 'DateTime' ? expression.value : null);
  }
  if (expression.kind === 'property') {
    const { name, type } = expression;
    return (read) => {
      const value = read(name);
      if (type !== 'DateTime') return typeof value === 'number' ? value : null;
      return typeof value === 'string' ? (parseDateTime(value) ?? null) : null;
    };
  }
  return expression.kind === 'call' ? compileNumberCall(expression) : NOTHING;
}

function compileTextCall({ name, parameters }: FunctionCall): Compiled<string> {
  const [first, second, third] = parameters;
  if (first === undefined) return NOTHING;
  const text = compileText(first);
  switch (name) {
    case 'tolower':
      return mapOne(text, (value) => value.toLowerCase());
    case 'toupper':
      return mapOne(text, (value) => value.toUpperCase());
    case 'trim':
      return mapOne(text, (value) => value.trim());
    case 'concat':
      return second === undefined ? NOTHING : mapTwo(text, compileText(second), concatTexts);
    case 'substring':
      return second === undefined ? NOTHING : compileSubstring(text, compileNumber(second), third);
    case 'replace': {
      if (second === undefined || third === undefined) return NOTHING;
      const replacement = compileText(third);
      const needle = compileText(second);
      return (read) => {
        const by = replacement(read);
        return by === null ? null : mapTwo(text, needle, (whole, part) => replaceText(whole, part, by))(read);
      };
    }
    default:
      return NOTHING;
  }
}

function compileSubstring(
  text: Compiled<string>,
  start: Compiled<number>,
  third: FilterExpression | undefined,
): Compiled<string> {
  if (third === undefined) return mapTwo(text, start, (whole, from) => substringOf(whole, from, undefined));
  const length = compileNumber(third);
  return (read) => {
    const count = length(read);
    return count === null
      ? null
      : mapTwo(text, start, (whole, from) => substringOf(whole, from, count))(read);
  };
}

function compileNumberCall({ name, parameters }: FunctionCall): Compiled<number> {
  const [first, second] = parameters;
  if (first === undefined) return NOTHING;
  switch (name) {
    case 'length':
      return mapOne(compileText(first), (text) => text.length);
    case 'indexof':
      if (second === undefined) return NOTHING;
      return mapTwo(compileFolded(first), compileFolded(second), (text, needle) => text.indexOf(needle));
    case 'year':
    case 'month':
    case 'day':
    case 'hour':
    case 'minute':
    case 'second':
      return mapOne(compileNumber(first), (time) => DATE_PARTS[name](new Date(time)));
    default:
      return NOTHING;
  }
}

const DATE_PARTS: Readonly<Record<DatePart, (time: Date) => number>> = {
  year: (time) => time.getUTCFullYear(),
  month: (time) => time.getUTCMonth() + 1,
  day: (time) => time.getUTCDate(),
  hour: (time) => time.getUTCHours(),
  minute: (time) => time.getUTCMinutes(),
  second: (time) => time.getUTCSeconds(),
};

function constant<T>(value: T | null): Compiled<T> {
  return () => value;
}

export function mapOne<A, T>(one: Compiled<A>, map: (value: A) => T | null): Compiled<T> {
  return (read) => {
    const value = one(read);
    return value === null ? null : map(value);
  };
}

export function mapTwo<A, B, T>(
  one: Compiled<A>,
  other: Compiled<B>,
  map: (left: A, right: B) => T | null,
): Compiled<T> {
  return (read) => {
    const left = one(read);
    if (left === null) return null;
    const right = other(read);
    return right === null ? null : map(left, right);
  };
}
