/** What is a filter, what is told of what is none, and that no text takes long. */

import { describe, expect, it } from 'vitest';
import type { FilterExpression } from '../../../src/gateway/odata/filter-expression.ts';
import { parseFilter } from '../../../src/gateway/odata/parse-filter.ts';
import fc from '../../support/laws.ts';
import { filterTrees } from '../../support/odata-samples.ts';
import { writeTree } from '../../support/odata-trees.ts';

function parsed(text: string): FilterExpression {
  const result = parseFilter(text);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

describe('a filter', () => {
  it.each([
    ['isLATESTversion EQ True', 'IsLatestVersion eq true'],
    ["SubstringOf('a',id)", "substringof('a', Id)"],
    ["not(Id eq 'a')", "not (Id eq 'a')"],
    ["  (( Id   eq 'a' ))  ", "Id eq 'a'"],
    ["ToLower( Id )eq'a'", "tolower(Id) eq 'a'"],
    ["((Id eq 'a') and (Id ne 'b')) and IsPrerelease", "(Id eq 'a' and Id ne 'b') and IsPrerelease"],
    ['DownloadCount gt 5L', 'DownloadCount gt 5'],
    ['DownloadCount gt 0.5M', 'DownloadCount gt 0.5'],
    ["Published gt DateTime'2024-05-01T09:30:00Z'", "Published gt datetime'2024-05-01T09:30'"],
    [
      "Published gt datetimeoffset'2024-05-01T11:30:00+02:00'",
      "Published gt datetime'2024-05-01T09:30:00.0000000'",
    ],
    ["GUID eq guid'ab'", "GUID eq 'ab'"],
  ])('%s is understood as %s', (text, plain) => {
    expect(parsed(text)).toEqual(parsed(plain));
  });

  it('keeps a chain of `and` in one node, so that a long one is not deep', () => {
    const text = Array.from({ length: 250 }, () => 'IsPrerelease').join(' or ');
    expect(parsed(text)).toMatchObject({ kind: 'or', operands: { length: 250 } });
  });

  it('knows the type of each of its nodes', () => {
    expect(parsed("indexof(Id, 'a') ge 0")).toEqual({
      kind: 'comparison',
      type: 'Boolean',
      operator: 'ge',
      left: {
        kind: 'call',
        type: 'Number',
        name: 'indexof',
        parameters: [
          { kind: 'property', type: 'String', name: 'Id' },
          { kind: 'literal', type: 'String', value: 'a' },
        ],
      },
      right: { kind: 'literal', type: 'Number', value: 0 },
    });
  });

  it('is the same tree again when it is written and read', () => {
    fc.assert(
      fc.property(filterTrees, (tree) => {
        const expression = parsed(writeTree(tree));
        expect(parsed(writeExpression(expression))).toEqual(expression);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a refusal', () => {
  it.each([
    ['Foo eq 1', 'There is no property `Foo` (at character 1). $metadata lists those of a package.'],
    [
      "Package/Id eq 'a'",
      'There is no property `Package/Id` (at character 1). $metadata lists those of a package.',
    ],
    [
      "toString eq 'a'",
      'There is no property `toString` (at character 1). $metadata lists those of a package.',
    ],
    [
      "IsLatestVersion and matchesPattern(Id, 'a')",
      'There is no function `matchesPattern` here (at character 21). Known are substringof, contains, startswith, ' +
        'endswith, indexof, length, tolower, toupper, trim, concat, replace, substring, year, month, day, hour, minute, second.',
    ],
    ["Id like 'a'", 'There is no operator `like` (at character 4).'],
    ['DownloadCount add 1 eq 2', 'There is no operator `add` (at character 15).'],
    ["Id eq 'a' & true", '`&` has no meaning here (at character 11).'],
    ["Id eq 'a' 'b'", "`'b'` has no meaning here (at character 11)."],
    ["Id eq 'a')", '`)` has no meaning here (at character 10).'],
    ["(Id eq 'a'", 'The text ends before the parenthesis of character 1 is closed (at character 11).'],
    [
      "startswith (Id, 'a' true",
      '`true` stands where the parenthesis of character 12 could be closed (at character 21).',
    ],
    ['Id eq', 'The text ends where a value is missing (at character 6).'],
    ['', 'The text ends where a value is missing (at character 1).'],
    ['eq 5', 'There is no property `eq` (at character 1). $metadata lists those of a package.'],
    ['Id eq )', '`)` stands where a value is expected (at character 7).'],
    [
      "Id eq 'it's'",
      "The text `s'` has no closing quote (at character 11). Inside a text, a quote is written twice: 'it''s'.",
    ],
    ["substringof('a')", 'The function `substringof` takes 2 values, but 1 are given (at character 1).'],
    ['substring()', 'The function `substring` takes 2 or 3 values, but 0 are given (at character 1).'],
    ['tolower(5) eq null', 'The function `tolower` takes a text, but `5` is a number (at character 9).'],
    ["year('a') eq 1", "The function `year` takes a time, but `'a'` is a text (at character 6)."],
    [
      'Id eq 5',
      '`eq` compares two values of one type, but `Id` is a text and `5` is a number (at character 7).',
    ],
    [
      "Published gt '2024-05-01'",
      "`gt` compares two values of one type, but `Published` is a time and `'2024-05-01'` is a text (at character 14).",
    ],
    [
      'IsPrerelease lt true',
      '`lt` needs an order, and true and false have none: `IsPrerelease` can be compared with eq and ne (at character 1).',
    ],
    [
      "Version gt '2.0.*'",
      "`'2.0.*'` is no version (at character 12). Versions are compared in the order of NuGet: 1.2.0, 1.2.0-beta1.",
    ],
    ['Id', 'A filter takes true or false, but `Id` is a text (at character 1).'],
    ["not Id eq 'a'", '`not` takes true or false, but `Id` is a text (at character 5).'],
    ['IsPrerelease and Id', '`and` takes true or false, but `Id` is a text (at character 18).'],
    ['null', 'The filter is null, which holds of no package (at character 1).'],
    [
      "Created gt datetime'2023-02-29'",
      "`datetime'2023-02-29'` is no time (at character 12). Write it as datetime'2024-05-01T09:30:00'.",
    ],
    [
      "X'00' eq null",
      "There is no kind of value `x'…'` here (at character 1). Known are '…', datetime'…', datetimeoffset'…' and guid'…'.",
    ],
    ['PackageSize gt 9007199254740993', '`9007199254740993` is too large a number (at character 16).'],
    [
      `${'a'.repeat(70)} eq 1`,
      `There is no property \`${'a'.repeat(60)}…\` (at character 1). $metadata lists those of a package.`,
    ],
    ['Id eq \u202e', '`\\u{202e}` has no meaning here (at character 7).'],
  ])('of %j tells: %s', (text, message) => {
    const result = parseFilter(text);
    expect(result.ok ? 'understood' : result.problem.message).toBe(message);
  });

  it('says where it stands, and what was found there', () => {
    expect(parseFilter('IsLatestVersion or Foo')).toMatchObject({
      ok: false,
      problem: { position: 19, found: 'Foo' },
    });
  });

  it.each([
    ['parentheses', `${'('.repeat(101)}true${')'.repeat(101)}`],
    ['not', `${'not '.repeat(101)}true`],
    ['functions', `${'trim('.repeat(101)}Id${')'.repeat(101)} eq 'a'`],
  ])('of more than 100 %s within one another does not exhaust the stack', (_, text) => {
    expect(parseFilter(text)).toMatchObject({
      ok: false,
      problem: { message: expect.stringMatching(/100/) },
    });
  });

  it('of more than 100 functions keeps a scan cheap', () => {
    const calls = (count: number) => Array.from({ length: count }, () => "endswith(Id,'a')").join(' or ');
    expect(parseFilter(calls(100)).ok).toBe(true);
    expect(parseFilter(calls(101))).toMatchObject({
      problem: { message: 'At most 100 functions are called (at character 2001).' },
    });
  });
});

describe('whatever is sent', () => {
  it.each([
    ['parentheses', '('],
    ['quotes', "'"],
    ['not', 'not '],
    ['comparisons', 'true eq '],
    ['functions', 'tolower('],
    ['digits', '1'],
    ['dashes', '-'],
    ['letters', 'x'],
    ['blanks', ' '],
  ])('%s for 4,000 characters come to an end, and 100,000 are not begun', (_, piece) => {
    const long = piece.repeat(100_000 / piece.length);
    expect(parseFilter(long.slice(0, 4_000)).ok).toBe(false);
    expect(parseFilter(long)).toMatchObject({
      problem: { message: 'At most 4000 characters are read (at character 4001). It has 100000 characters.' },
    });
  });

  it('reads a comparison of comparisons as far as the text may be long', () => {
    expect(parseFilter(`${'true eq '.repeat(499)}true`).ok).toBe(true);
  });

  it('is a filter or a problem, never an error', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom(
          '(',
          ')',
          ',',
          "'",
          ' ',
          'not ',
          ' and ',
          ' or ',
          ' eq ',
          ' ge ',
          'null',
          'true',
          'Id',
          'Tags',
        ),
        fc.constantFrom(
          'substringof(',
          'tolower(',
          'year(',
          "datetime'2024-01-01'",
          '5',
          '-1.5e3L',
          "'a'",
          'Version',
        ),
        fc.string({ unit: 'binary' }),
      ),
    );
    fc.assert(
      fc.property(pieces, (all) => {
        const text = all.join('');
        const result = parseFilter(text);
        if (result.ok) return;
        expect(result.problem.message).toMatch(/\(at character \d+\)\./);
        expect(result.problem.position).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Of a tree as it was read, with parentheses around all that may have some. */
function writeExpression(expression: FilterExpression): string {
  switch (expression.kind) {
    case 'literal':
      if (expression.type === 'String') return `'${expression.value.replaceAll("'", "''")}'`;
      if (expression.type === 'DateTime') return `datetime'${new Date(expression.value).toISOString()}'`;
      return String(expression.value);
    case 'property':
      return expression.name;
    case 'call':
      return `${expression.name}(${expression.parameters.map(writeExpression).join(', ')})`;
    case 'not':
      return `not (${writeExpression(expression.operand)})`;
    case 'comparison':
      return `(${writeExpression(expression.left)}) ${expression.operator} (${writeExpression(expression.right)})`;
    case 'and':
    case 'or':
      return expression.operands.map((one) => `(${writeExpression(one)})`).join(` ${expression.kind} `);
  }
}
