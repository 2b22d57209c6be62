/**
 * What a catalogue may take from a filter to look at fewer packages. Hints are sound and never complete: each package
 * that satisfies the filter satisfies all of them, and the filter is still asked about those that they leave.
 */
import type { V2PropertyName } from '../../feed/v2/properties.ts';
import type { Comparison, FilterExpression } from './filter-expression.ts';

export interface FilterHints {
  /** The id is one of these, in the form of packageKey; none of them when it is empty. */
  readonly ids?: readonly string[];
  /** The id starts with this, in the form of packageKey. */
  readonly idPrefix?: string;
  readonly isLatest?: boolean;
  readonly isAbsoluteLatest?: boolean;
  /** All that the filter reads. */
  readonly properties: ReadonlySet<V2PropertyName>;
}

type Facts = Omit<FilterHints, 'properties'>;

export function hintsOf(expression: FilterExpression): FilterHints {
  const properties = new Set<V2PropertyName>();
  collectProperties(expression, properties);
  return { ...factsWhen(expression, true), properties };
}

/** What is known of a package for which the expression is exactly this value, and not null. */
function factsWhen(expression: FilterExpression, value: boolean): Facts {
  switch (expression.kind) {
    case 'property':
      if (expression.name === 'IsLatestVersion') return { isLatest: value };
      if (expression.name === 'IsAbsoluteLatestVersion') return { isAbsoluteLatest: value };
      return {};
    case 'not':
      return factsWhen(expression.operand, !value);
    case 'and':
    case 'or': {
      const facts = expression.operands.map((operand) => factsWhen(operand, value));
      // `and` is true when all are, and false when one is: then it is not known which.
      return facts.reduce((expression.kind === 'and') === value ? bothFacts : eitherFacts);
    }
    case 'comparison':
      return factsOfComparison(expression, value);
    case 'call': {
      if (expression.name !== 'startswith' || !value) return {};
      const [text, start] = expression.parameters;
      const prefix = textOf(start);
      return isId(text) && prefix !== undefined ? { idPrefix: prefix.toLowerCase() } : {};
    }
    case 'literal':
      return {};
  }
}

function factsOfComparison({ operator, left, right }: Comparison, value: boolean): Facts {
  // `a ne b` is false for the same packages for which `a eq b` is true.
  const isEqual = (operator === 'eq' && value) || (operator === 'ne' && !value);
  if (!isEqual) return {};
  return factsWhenEqual(left, right) ?? factsWhenEqual(right, left) ?? {};
}

function factsWhenEqual(one: FilterExpression, other: FilterExpression): Facts | undefined {
  if (other.kind !== 'literal') return undefined;
  if (other.type === 'Boolean') return factsWhen(one, other.value);
  const id = textOf(other);
  return isId(one) && id !== undefined ? { ids: [id.toLowerCase()] } : undefined;
}

/** Case does not count where an id is compared, so neither do functions that change only that. */
function isId(expression: FilterExpression | undefined): boolean {
  if (expression?.kind === 'property') return expression.name === 'Id';
  if (expression?.kind !== 'call') return false;
  return (expression.name === 'tolower' || expression.name === 'toupper') && isId(expression.parameters[0]);
}

function textOf(expression: FilterExpression | undefined): string | undefined {
  return expression?.kind === 'literal' && expression.type === 'String' ? expression.value : undefined;
}

function bothFacts(one: Facts, other: Facts): Facts {
  return facts({
    ids: one.ids === undefined ? other.ids : other.ids === undefined ? one.ids : common(one.ids, other.ids),
    // Of two prefixes that both hold, the longer says more.
    idPrefix: (one.idPrefix ?? '').length >= (other.idPrefix ?? '').length ? one.idPrefix : other.idPrefix,
    isLatest: one.isLatest ?? other.isLatest,
    isAbsoluteLatest: one.isAbsoluteLatest ?? other.isAbsoluteLatest,
  });
}

function eitherFacts(one: Facts, other: Facts): Facts {
  return facts({
    ids: one.ids && other.ids && [...new Set([...one.ids, ...other.ids])],
    idPrefix: commonPrefix(one.idPrefix, other.idPrefix),
    isLatest: one.isLatest === other.isLatest ? one.isLatest : undefined,
    isAbsoluteLatest: one.isAbsoluteLatest === other.isAbsoluteLatest ? one.isAbsoluteLatest : undefined,
  });
}

/** Of two prefixes one of which holds, what they begin with alike. */
function commonPrefix(one = '', other = ''): string | undefined {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length === 0 ? undefined : one.slice(0, length);
}

function common(one: readonly string[], other: readonly string[]): readonly string[] {
  const known = new Set(other);
  return one.filter((id) => known.has(id));
}

function facts(all: { readonly [Name in keyof Facts]: Facts[Name] | undefined }): Facts {
  return Object.fromEntries(Object.entries(all).filter(([, fact]) => fact !== undefined));
}

function collectProperties(expression: FilterExpression, found: Set<V2PropertyName>): void {
  switch (expression.kind) {
    case 'literal':
      return;
    case 'property':
      found.add(expression.name);
      return;
    case 'not':
      collectProperties(expression.operand, found);
      return;
    case 'comparison':
      collectProperties(expression.left, found);
      collectProperties(expression.right, found);
      return;
    case 'and':
    case 'or':
      for (const operand of expression.operands) collectProperties(operand, found);
      return;
    case 'call':
      for (const parameter of expression.parameters) collectProperties(parameter, found);
  }
}
