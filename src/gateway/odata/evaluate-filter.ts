/**
 * Whether a package satisfies a filter. Null is what OData 4 makes of it, and SQL nearly so: null eq null holds,
 * null differs (ne) from every value, and before or after null there is nothing; a function of null is null, `not`
 * of null is null, `and` and `or` are null when null could decide them, and a filter that is null does not hold.
 */
import { compareNuGetVersions, type NuGetVersion, parseNuGetVersion } from '../../domain/nuget-version.ts';
import { type Compiled, compileFolded, compileNumber, compileText, mapOne, mapTwo } from './compile-value.ts';
import type { Comparison, ComparisonOperator, FilterExpression, FunctionCall } from './filter-expression.ts';
import { foldCase } from './fold-case.ts';
import { hasTag, isOneTag, isTagsText } from './tags-text.ts';
import { isVersionRead } from './type-check.ts';
import type { ReadValue } from './v2-value.ts';

/** @param expression  as parseFilter gives it */
export function compileFilter(expression: FilterExpression): (read: ReadValue) => boolean {
  const holds = compileBoolean(expression);
  return (read) => holds(read) === true;
}

/** @param expression  of the type Boolean or Null */
export function compileBoolean(expression: FilterExpression): Compiled<boolean> {
  switch (expression.kind) {
    case 'literal': {
      const value = expression.type === 'Boolean' ? expression.value : null;
      return () => value;
    }
    case 'property': {
      const { name } = expression;
      return (read) => {
        const value = read(name);
        return typeof value === 'boolean' ? value : null;
      };
    }
    case 'not':
      return mapOne(compileBoolean(expression.operand), (value) => !value);
    case 'and':
      return compileJunction(expression.operands, false);
    case 'or':
      return compileJunction(expression.operands, true);
    case 'comparison':
      return compileComparison(expression);
    case 'call':
      return compileCall(expression);
  }
}

/** @param decisive  the value that decides, whatever the others are: false for `and`, true for `or` */
function compileJunction(operands: readonly FilterExpression[], decisive: boolean): Compiled<boolean> {
  const compiled = operands.map(compileBoolean);
  return (read) => {
    let isUnknown = false;
    for (const operand of compiled) {
      const value = operand(read);
      if (value === decisive) return decisive;
      if (value === null) isUnknown = true;
    }
    return isUnknown ? null : !decisive;
  };
}

function compileCall({ name, parameters }: FunctionCall): Compiled<boolean> {
  const [first, second] = parameters;
  if (first === undefined || second === undefined) return () => null;
  switch (name) {
    case 'substringof':
      return compileSubstringOf(first, second);
    case 'contains':
      return compileSubstringOf(second, first);
    case 'startswith':
      return mapTwo(compileFolded(first), compileFolded(second), (text, start) => text.startsWith(start));
    case 'endswith':
      return mapTwo(compileFolded(first), compileFolded(second), (text, end) => text.endsWith(end));
    default:
      return () => null;
  }
}

function compileSubstringOf(needle: FilterExpression, haystack: FilterExpression): Compiled<boolean> {
  if (!isTagsText(haystack)) {
    return mapTwo(compileFolded(haystack), compileFolded(needle), (text, part) => text.includes(part));
  }
  return mapTwo(compileText(haystack), compileText(needle), (tags, part) =>
    isOneTag(part) ? hasTag(tags, part) : foldCase(tags).includes(foldCase(part)),
  );
}

function compileComparison({ operator, left, right }: Comparison): Compiled<boolean> {
  if (isVersionRead(left) || isVersionRead(right)) return compileVersions(operator, left, right);
  switch (left.type === 'Null' ? right.type : left.type) {
    case 'String':
      return compare(operator, compileFolded(left), compileFolded(right), order);
    case 'Boolean':
      return compare(operator, compileBoolean(left), compileBoolean(right), order);
    case 'Number':
    case 'DateTime':
      return compare(operator, compileNumber(left), compileNumber(right), order);
    case 'Null':
      return () => operator === 'eq';
  }
}

/** A text that is no version equals no version and stands neither before nor after one. */
function compileVersions(
  operator: ComparisonOperator,
  left: FilterExpression,
  right: FilterExpression,
): Compiled<boolean> {
  return compare(operator, compileVersion(left), compileVersion(right), (one, other) =>
    one === 'none' || other === 'none' ? undefined : compareNuGetVersions(one, other),
  );
}

function compileVersion(expression: FilterExpression): Compiled<NuGetVersion | 'none'> {
  const version = mapOne(compileText(expression), (text) => {
    const parsed = parseNuGetVersion(text);
    return parsed.ok ? parsed.value : 'none';
  });
  if (expression.kind !== 'literal') return version;
  const value = version(() => null);
  return () => value;
}

/** @param orderOf  negative, 0 or positive; undefined when the two have no order and are not equal */
function compare<T>(
  operator: ComparisonOperator,
  left: Compiled<T>,
  right: Compiled<T>,
  orderOf: (one: T, other: T) => number | undefined,
): Compiled<boolean> {
  const accepts = ACCEPTS[operator];
  return (read) => {
    const one = left(read);
    const other = right(read);
    if (one !== null && other !== null) return accepts(orderOf(one, other) ?? Number.NaN);
    if (operator === 'eq') return one === other;
    return operator === 'ne' ? one !== other : false;
  };
}

/** NaN stands for no order: of these, `ne` alone accepts it. */
const ACCEPTS: Readonly<Record<ComparisonOperator, (order: number) => boolean>> = {
  eq: (order) => order === 0,
  ne: (order) => order !== 0,
  gt: (order) => order > 0,
  ge: (order) => order >= 0,
  lt: (order) => order < 0,
  le: (order) => order <= 0,
};

function order<T extends string | number | boolean>(one: T, other: T): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
