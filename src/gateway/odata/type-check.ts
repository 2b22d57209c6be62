/** The types of `$filter`, held while it is read: a comparison that could never be right is told, not answered with nothing. */
import { parseNuGetVersion } from '../../domain/nuget-version.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { Comparison, ComparisonOperator, FilterExpression, ValueType } from './filter-expression.ts';
import { type FilterProblem, filterProblem, shorten } from './filter-problem.ts';

/** An expression with the text that it was read from. */
export interface Parsed {
  readonly expression: FilterExpression;
  readonly start: number;
  readonly source: string;
}

const IN_WORDS: Readonly<Record<ValueType, string>> = {
  String: 'a text',
  Boolean: 'true or false',
  Number: 'a number',
  DateTime: 'a time',
  Null: 'null',
};

/** @param asker  what needs the type, as a message begins: `and`, `The function year` */
export function checkType(
  { expression, start, source }: Parsed,
  type: Exclude<ValueType, 'Null'>,
  asker: string,
): FilterProblem | undefined {
  if (expression.type === type || expression.type === 'Null') return undefined;
  return filterProblem(
    `${asker} takes ${IN_WORDS[type]}, but \`${shorten(source)}\` is ${IN_WORDS[expression.type]}`,
    start,
    source,
  );
}

export function parseComparison(
  operator: ComparisonOperator,
  left: Parsed,
  right: Parsed,
): Result<Comparison, FilterProblem> {
  const problem =
    mixedTypes(operator, left, right) ?? unorderedTypes(operator, left) ?? noVersion(operator, left, right);
  if (problem !== undefined) return fail(problem);
  return ok({
    kind: 'comparison',
    type: 'Boolean',
    operator,
    left: left.expression,
    right: right.expression,
  });
}

function mixedTypes(operator: string, left: Parsed, right: Parsed): FilterProblem | undefined {
  const one = left.expression.type;
  const other = right.expression.type;
  if (one === other || one === 'Null' || other === 'Null') return undefined;
  return filterProblem(
    `\`${operator}\` compares two values of one type, but \`${shorten(left.source)}\` is ${IN_WORDS[one]} and ` +
      `\`${shorten(right.source)}\` is ${IN_WORDS[other]}`,
    right.start,
    right.source,
  );
}

function unorderedTypes(operator: ComparisonOperator, left: Parsed): FilterProblem | undefined {
  if (operator === 'eq' || operator === 'ne' || left.expression.type !== 'Boolean') return undefined;
  return filterProblem(
    `\`${operator}\` needs an order, and true and false have none: \`${shorten(left.source)}\` can be compared with eq and ne`,
    left.start,
    left.source,
  );
}

/** Before or after what is no version there is nothing; equal to it no version is, which is an answer. */
function noVersion(operator: ComparisonOperator, left: Parsed, right: Parsed): FilterProblem | undefined {
  if (operator === 'eq' || operator === 'ne') return undefined;
  const literal = isVersionRead(left.expression) ? right : isVersionRead(right.expression) ? left : undefined;
  const text = literal?.expression;
  if (literal === undefined || text?.kind !== 'literal' || text.type !== 'String') return undefined;
  if (parseNuGetVersion(text.value).ok) return undefined;
  return filterProblem(
    `\`${shorten(literal.source)}\` is no version`,
    literal.start,
    literal.source,
    'Versions are compared in the order of NuGet: 1.2.0, 1.2.0-beta1.',
  );
}

/** Of the properties that hold a version, by themselves: within a function they are texts like others. */
export function isVersionRead(expression: FilterExpression): boolean {
  return (
    expression.kind === 'property' &&
    (expression.name === 'Version' || expression.name === 'NormalizedVersion')
  );
}
