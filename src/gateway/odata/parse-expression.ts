/**
 * The grammar that `$filter` and `$orderby` share, as a descent over tokens:
 *
 *     either     = both ("or" both)*
 *     both       = equality ("and" equality)*
 *     equality   = relation (("eq" | "ne") relation)*
 *     relation   = operand (("gt" | "ge" | "lt" | "le") operand)*
 *     operand    = "not" operand | "(" either ")" | function "(" either ("," either)* ")" | property | literal
 *
 * OData tells the case of letters apart in keywords, functions and properties; clients write them in any case, so
 * here it does not count.
 */
import { V2_PROPERTIES } from '../../feed/v2/properties.ts';
import { accept, type Cursor, NotUnderstood, peek, problemAt } from './cursor.ts';
import { parseDateTime } from './date-time.ts';
import type { ComparisonOperator, FilterExpression } from './filter-expression.ts';
import { type FilterProblem, shorten } from './filter-problem.ts';
import { FUNCTIONS } from './functions.ts';
import type { Token } from './tokens.ts';
import { checkType, type Parsed, parseComparison } from './type-check.ts';

/** How deep parentheses, functions and `not` may stand within one another: no client goes past ten. */
const MAX_DEPTH = 100;
/** Each is called for every package of a scan. nuget's search makes eight of every word. */
const MAX_CALLS = 100;

const PROPERTIES = new Map(
  V2_PROPERTIES.map(({ name, type }) => [
    name.toLowerCase(),
    { name, type: type === 'Int32' || type === 'Int64' ? ('Number' as const) : type },
  ]),
);

/** @throws NotUnderstood */
export function parseExpression(cursor: Cursor, depth = 0): Parsed {
  return parseJunction(cursor, 'or', () =>
    parseJunction(cursor, 'and', () =>
      parseComparisons(cursor, ['eq', 'ne'], () =>
        parseComparisons(cursor, ['gt', 'ge', 'lt', 'le'], () => parseOperand(cursor, depth)),
      ),
    ),
  );
}

function parseJunction(cursor: Cursor, kind: 'and' | 'or', parseOne: () => Parsed): Parsed {
  const first = parseOne();
  const operands = [first];
  while (accept(cursor, kind)) operands.push(parseOne());
  if (operands.length === 1) return first;
  for (const operand of operands) refuse(checkType(operand, 'Boolean', `\`${kind}\``));
  return parsed(cursor, first.start, {
    kind,
    type: 'Boolean',
    operands: operands.map(({ expression }) => expression),
  });
}

function parseComparisons(
  cursor: Cursor,
  operators: readonly ComparisonOperator[],
  parseOne: () => Parsed,
): Parsed {
  let left = parseOne();
  while (true) {
    const operator = operators.find((word) => accept(cursor, word));
    if (operator === undefined) return left;
    const comparison = parseComparison(operator, left, parseOne());
    if (!comparison.ok) throw new NotUnderstood(comparison.problem);
    left = parsed(cursor, left.start, comparison.value);
  }
}

function parseOperand(cursor: Cursor, depth: number): Parsed {
  const token = peek(cursor);
  if (depth > MAX_DEPTH) {
    throw problemAt(
      token,
      `More than ${MAX_DEPTH} parentheses, functions and \`not\` stand within one another`,
    );
  }
  if (accept(cursor, '(')) {
    const { expression } = parseExpression(cursor, depth + 1);
    expectClosing(cursor, token.start);
    return parsed(cursor, token.start, expression);
  }
  if (accept(cursor, 'not')) {
    const operand = parseOperand(cursor, depth + 1);
    refuse(checkType(operand, 'Boolean', '`not`'));
    return parsed(cursor, token.start, { kind: 'not', type: 'Boolean', operand: operand.expression });
  }
  if (token.kind === 'end') throw problemAt(token, 'The text ends where a value is missing');
  cursor.at++;
  if (token.kind === 'word' && accept(cursor, '(')) return parseCall(cursor, token, depth);
  return parsed(cursor, token.start, readLiteral(token) ?? readProperty(token));
}

function parseCall(cursor: Cursor, name: Token, depth: number): Parsed {
  const signature = FUNCTIONS.get(name.source.toLowerCase());
  if (signature === undefined) {
    const known = [...FUNCTIONS.keys()].join(', ');
    throw problemAt(name, `There is no function \`${shorten(name.source)}\` here`, `Known are ${known}.`);
  }
  if (++cursor.callCount > MAX_CALLS) throw problemAt(name, `At most ${MAX_CALLS} functions are called`);
  const opening = cursor.tokens[cursor.at - 1]?.start ?? name.end;
  const found: Parsed[] = [];
  if (!accept(cursor, ')')) {
    do found.push(parseExpression(cursor, depth + 1));
    while (accept(cursor, ','));
    expectClosing(cursor, opening);
  }
  const { takes, leastCount, gives } = signature;
  if (found.length < leastCount || found.length > takes.length) {
    const wanted = leastCount === takes.length ? `${leastCount}` : `${leastCount} or ${takes.length}`;
    throw problemAt(
      name,
      `The function \`${signature.name}\` takes ${wanted} values, but ${found.length} are given`,
    );
  }
  for (const [index, type] of takes.entries()) {
    const parameter = found[index];
    if (parameter !== undefined) refuse(checkType(parameter, type, `The function \`${signature.name}\``));
  }
  return parsed(cursor, name.start, {
    kind: 'call',
    type: gives,
    name: signature.name,
    parameters: found.map(({ expression }) => expression),
  });
}

function expectClosing(cursor: Cursor, opening: number): void {
  if (accept(cursor, ')')) return;
  const token = peek(cursor);
  const place = `the parenthesis of character ${opening + 1}`;
  if (token.kind === 'end') throw problemAt(token, `The text ends before ${place} is closed`);
  throw problemAt(token, `\`${shorten(token.source)}\` stands where ${place} could be closed`);
}

function readLiteral(token: Token): FilterExpression | undefined {
  if (token.kind === 'text') return readText(token);
  if (token.kind === 'number') return readNumber(token);
  switch (token.source.toLowerCase()) {
    case 'true':
    case 'false':
      return { kind: 'literal', type: 'Boolean', value: token.source.toLowerCase() === 'true' };
    case 'null':
      return { kind: 'literal', type: 'Null', value: null };
    default:
      return undefined;
  }
}

function readText(token: Token): FilterExpression {
  switch (token.prefix) {
    case '':
      return { kind: 'literal', type: 'String', value: token.value };
    // The feed gives GUIDs as texts, so they are compared as texts.
    case 'guid':
      return { kind: 'literal', type: 'String', value: token.value };
    case 'datetime':
    case 'datetimeoffset': {
      const value = parseDateTime(token.value);
      if (value !== undefined) return { kind: 'literal', type: 'DateTime', value };
      throw problemAt(
        token,
        `\`${shorten(token.source)}\` is no time`,
        "Write it as datetime'2024-05-01T09:30:00'.",
      );
    }
    default:
      throw problemAt(
        token,
        `There is no kind of value \`${shorten(token.prefix)}'…'\` here`,
        "Known are '…', datetime'…', datetimeoffset'…' and guid'…'.",
      );
  }
}

function readNumber(token: Token): FilterExpression {
  const value = Number(token.source.replace(/[ldfm]$/i, ''));
  if (Math.abs(value) <= Number.MAX_SAFE_INTEGER) return { kind: 'literal', type: 'Number', value };
  throw problemAt(token, `\`${shorten(token.source)}\` is too large a number`);
}

function readProperty(token: Token): FilterExpression {
  const property = PROPERTIES.get(token.source.toLowerCase());
  if (token.kind === 'word' && property !== undefined) return { kind: 'property', ...property };
  const found = shorten(token.source);
  if (token.kind !== 'word') throw problemAt(token, `\`${found}\` stands where a value is expected`);
  throw problemAt(token, `There is no property \`${found}\``, '$metadata lists those of a package.');
}

function parsed({ text, tokens, at }: Cursor, start: number, expression: FilterExpression): Parsed {
  return { expression, start, source: text.slice(start, tokens[at - 1]?.end) };
}

function refuse(problem: FilterProblem | undefined): void {
  if (problem !== undefined) throw new NotUnderstood(problem);
}
