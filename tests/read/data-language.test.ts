import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Language, Parser as PowerShellParser } from 'web-tree-sitter';
import { parseDataFile } from '../../src/read/data-language.ts';
import { dataToJson } from '../../src/read/data-to-json.ts';
import { decodeText } from '../../src/read/text-encoding.ts';
import { PROJECT_ROOT } from '../support/clients.ts';
import fc from '../support/laws.ts';

function constantOf(expression: string): unknown {
  const parsed = parseDataFile(`@{ a = ${expression}\n}`);
  if (!parsed.ok) return parsed.problem;
  return (dataToJson(parsed.value) as { readonly a: unknown }).a;
}

describe('parseDataFile', () => {
  it.each<readonly [string, unknown]>([
    ["'it''s'", "it's"],
    ['‘typographic’', 'typographic'],
    ['“typographic”', 'typographic'],
    ['"a`tb`n`"c`"`$x"', 'a\tb\n"c"$x'],
    ['"say ""no"""', 'say "no"'],
    ['"`u{1F600}`0"', '\u{1F600}\0'],
    ['"50$ or $ 5, a$"', '50$ or $ 5, a$'],
    // Of two quotes the second is kept.
    ["'a‘’b'", 'a’b'],
    ['"a“"b"', 'a"b'],
    ['"a`“b"', 'a“b'],
    ['"$true, $NULL and \u0024{false}"', 'True,  and False'],
    ["@'\nline 'one'\n  '@ no\n'@", "line 'one'\n  '@ no"],
    ['@"\r\na`tb\r\n"quoted"\r\n"@', 'a\tb\r\n"quoted"'],
    ["@'\n'@", ''],
    ["@'\nA\n’@", 'A'],
    // A backtick takes the line break away, and with it the end of the string.
    ['@"\n`\n"@\n"@', '\n"@'],
    ['@"\na`\r\n"@', 'a\r'],
    ["'a'` ", 'a'],
    ['5', 5],
    ['-5', -5],
    ['+5', 5],
    ['–5', -5],
    ['0x1F', 31],
    ['0xffffffff', -1],
    ['0b101', 5],
    ['1.5', 1.5],
    ['.5', 0.5],
    ['1e3', 1000],
    ['1.5e-3', 0.0015],
    ['2kb', 2048],
    ['1MB', 1_048_576],
    ['12L', 12],
    ['12u', 12],
    ['1.5d', 1.5],
    // As many digits as the type has: the highest bit is the sign.
    ['0b11111111', -1],
    ['0b111111111', 511],
    ['0xFFy', -1],
    ['0xFFFFFFFFu', 4294967295],
    ['0xFFFFFFFFl', 4294967295],
    ['0xFFFFFFFFFFFFFFFF', -1],
    ['0xFFFFFFFFF', 68719476735],
    ['0x', 0],
    ['-0xFF', -255],
    ['1.5l', 2],
    ['2.5l', 2],
    ['-128y', -128],
    ['- 5', -5],
    ['+ 5', 5],
    ['1e–3', 0.001],
    ['5`\n + 1', { dynamic: '5`\n + 1' }],
    ['128y', { dynamic: '128y' }],
    ["5'a'", { dynamic: "5'a'" }],
    ['$true', true],
    ['$FALSE', false],
    ['$null', null],
    ['@()', []],
    ["@('a')", ['a']],
    ["'a', 'b'", ['a', 'b']],
    ["'a',\n  'b'", ['a', 'b']],
    [",'a'", ['a']],
    [",'a', 'b'", [['a'], 'b']],
    ["'a', ,'b'", ['a', ['b']]],
    [',,1', [[1]]],
    [",'a' + 'b'", ['a', 'b']],
    ["$x,\n 'b'", [{ dynamic: '$x' }, 'b']],
    ['"$x/a", # c\n \'b\'', [{ dynamic: '"$x/a"' }, 'b']],
    ["@('a', ($x))", [{ dynamic: "'a', ($x)" }]],
    ["'a', ($x), 'b'", { dynamic: "'a', ($x), 'b'" }],
    ["$x.y,\n 'b'", { dynamic: "$x.y,\n 'b'" }],
    ["@('a', 'b'; 'c'\n'd')", ['a', 'b', 'c', 'd']],
    ["@(@('a', 'b'))", ['a', 'b']],
    ["@(,@('a', 'b'))", [['a', 'b']]],
    ["@('a',@('b','c'))", ['a', ['b', 'c']]],
    ["('a')", 'a'],
    ["('a', 'b'), 'c'", [['a', 'b'], 'c']],
    ["'a' + 'b' + 1", 'ab1'],
    ["'a' +\n 'b'", 'ab'],
    ["@('a') + 'b'", ['a', 'b']],
    ['1 + 2', 3],
    ["@{ b = 1; c = @{ d = 'e' } }", { b: 1, c: { d: 'e' } }],
    ['@{}', {}],
    ["[string]'a'", 'a'],
    ['[string]2.50', '2.5'],
    ["'a' + 1e20", 'a1E+20'],
    ["'a' + 0.00001", 'a1E-05'],
    ["[string[]]'a'", ['a']],
    ["[string[]]@('a', 1)", ['a', '1']],
    // PowerShell refuses a manifest that names any but the simplest types.
    ["[version]'1.0'", { dynamic: "[version]'1.0'" }],
    ['[int]2147483648', { dynamic: '[int]2147483648' }],
    ['\u0024{true}', true],
    ["'a' # comment", 'a'],
    ["<# c #> 'a' <# } #>", 'a'],
    ["'a' `\n + 'b'", 'ab'],
    ['Get-Date', { dynamic: 'Get-Date' }],
    ['$PSScriptRoot', { dynamic: '$PSScriptRoot' }],
    ['"$PSScriptRoot/a"', { dynamic: '"$PSScriptRoot/a"' }],
    ['"a $(Get-Date -Format "d") b"', { dynamic: '"a $(Get-Date -Format "d") b"' }],
    ['"a\u0024{b`}"c}"', { dynamic: '"a\u0024{b`}"c}"' }],
    ["if ($true) { 'a' } else { 'b' }", { dynamic: "if ($true) { 'a' } else { 'b' }" }],
    [
      "if ($PSEdition -eq 'Core')\n{ 'a' }\nelseif ($x)\n{ 'b' } # }\nElse\n\n{ 'c' }",
      { dynamic: "if ($PSEdition -eq 'Core')\n{ 'a' }\nelseif ($x)\n{ 'b' } # }\nElse\n\n{ 'c' }" },
    ],
    ["@(if ($x) { 1 } 'b')", [{ dynamic: 'if ($x) { 1 }' }, 'b']],
    ["@(if ($x) { 1 } # c\n, 2, 'b')", [{ dynamic: 'if ($x) { 1 }' }, [2], 'b']],
    [
      '@(if ($x) { 1 } if ($y) { 2 } else { 3 } 4)',
      [{ dynamic: 'if ($x) { 1 }' }, { dynamic: 'if ($y) { 2 } else { 3 }' }, 4],
    ],
    ['1.0.0', { dynamic: '1.0.0' }],
    ["'a' -join 'b'", { dynamic: "'a' -join 'b'" }],
    ["'{0}' -f 'b' # c", { dynamic: "'{0}' -f 'b' # c" }],
    ['10abc', { dynamic: '10abc' }],
  ])('reads %s', (expression, expected) => {
    expect(constantOf(expression)).toEqual(expected);
  });

  it.each([
    [
      '@{ \'quoted key\' = 1; "other" = 2; 3 = 4; bare_1 = 5 }',
      { 'quoted key': 1, other: 2, '3': 4, bare_1: 5 },
    ],
    [
      '@{\n  a = if ($x)\n  { 1 }\n\n  elsewhere = 2\n}',
      { a: { dynamic: 'if ($x)\n  { 1 }' }, elsewhere: 2 },
    ],
    ['# first\n<# second #>\n@{\r\n  a = 1\r\n\r\n  ;; b = 2\r\n}\r\n# last', { a: 1, b: 2 }],
    ['#requires -version 5\n@{a=1}', { a: 1 }],
    ['@{ ä = 1 }', { ä: 1 }],
    ['@{ x٣ = 1 }', { x٣: 1 }],
    ['@{ a\u2028= 1 }', { a: 1 }],
    ['@{ 1kb = 1; -1 = 2; .5 = 3; 1e20 = 4 }', { '1024': 1, '-1': 2, '0.5': 3, '1E+20': 4 }],
    ['@{ $true = 1; "$false" = 2 }', { True: 1, False: 2 }],
    ["@{ ('a' + 'b') = 1 }", { ab: 1 }],
    ['@{ $x = 1 }', { $x: 1 }],
    ['@{ (Get-Date) = 1 }', { '(Get-Date)': 1 }],
    ['@{ "$x" = 1 }', { '"$x"': 1 }],
    ['@{ a = 1 } ', { a: 1 }],
  ])('reads the file %j', (text, expected) => {
    const parsed = parseDataFile(text);
    expect(parsed.ok && dataToJson(parsed.value)).toEqual(expected);
  });

  it.each([
    ['', 'no-hashtable', 1, 1],
    ["'text'", 'no-hashtable', 1, 1],
    ["ConvertFrom-StringData @'\na = b\n'@", 'no-hashtable', 1, 1],
    ['@{ a = 1', 'syntax', 1, 9],
    ['@{ a 1 }', 'syntax', 1, 6],
    ['@{\n  a = 1\n  A = 2\n}', 'duplicate-key', 3, 3],
    ["@{ a = 'open }", 'syntax', 1, 8],
    ['@{ a = @("b" }', 'syntax', 1, 14],
    ['@{ a = }', 'syntax', 1, 8],
    ['@{ a = 1 b = 2 }', 'syntax', 1, 10],
    ["@{ a = 'b' 'c' }", 'syntax', 1, 12],
    ["@{ a = @('b' 'c') }", 'syntax', 1, 14],
    ["@{ a = ('b')('c') }", 'syntax', 1, 13],
    ["@{ a = 'b', }", 'syntax', 1, 13],
    ["@{ a = @('b',\n) }", 'syntax', 2, 1],
    ['@{\n  a = 1,\n  b = 2\n}', 'syntax', 3, 3],
    ["@{\n  a = 'b' +\n  c = 2\n}", 'syntax', 3, 3],
    ["@{ a = 'b', Get-Date }", 'syntax', 1, 13],
    ['@{ a = if ($x) { 1 } b = 2 }', 'syntax', 1, 22],
    ['@{ a = @(if ($x) { 1 } } ) }', 'syntax', 1, 24],
    ['@{ a = if ($x) 1 }', 'syntax', 1, 16],
    ['@{ a = if ($x) { 1 }', 'syntax', 1, 21],
    ['@{ a = () }', 'syntax', 1, 9],
    ['@{ $ a = 1 }', 'syntax', 1, 4],
    ['@{ $(a = 1 }', 'syntax', 1, 13],
    ['@{ (Get-Date = 1 }', 'syntax', 1, 19],
    ['@{ ; a = 1 }', 'syntax', 1, 4],
    ['@{ a = @x }', 'syntax', 1, 8],
    ['@{ a = "`u41" }', 'syntax', 1, 9],
    ['@{ a = "`u{110000}" }', 'syntax', 1, 9],
    ['@{ a = "$b:" }', 'syntax', 1, 9],
    ['@{ a = "\u0024{}" }', 'syntax', 1, 9],
    ['@{ a = "$(")") b" }', 'syntax', 1, 14],
    ['@{ 1a = 1 }', 'syntax', 1, 4],
    ['@{ ٣ = 1 }', 'syntax', 1, 4],
    ['@{ a² = 1 }', 'syntax', 1, 5],
    ['@{ a\u0301 = 1 }', 'syntax', 1, 5],
    ['@{ $null = 1 }', 'syntax', 1, 4],
    ["@{ 1 = 1; '1' = 2 }", 'duplicate-key', 1, 11],
    ['@{ a = 1 } x', 'syntax', 1, 12],
    ['@{ a = <# open }', 'syntax', 1, 8],
    [`@{ a = ${'('.repeat(80)}`, 'depth', 1, 71],
    [`@{ a = ${'[int]'.repeat(80)}1 }`, 'depth', 1, 323],
  ])('refuses %j', (text, kind, line, column) => {
    expect(parseDataFile(text)).toMatchObject({ ok: false, problem: { kind, line, column } });
  });

  // What looks through the rest of the text at each of them would take minutes, and the test its time.
  it.each(['(', '@(', '@{', '$(', '`', ',', '+1', '-', '"', "'", '"$("', '"${', '[a]', '<#', '(f ', '@"\n'])(
    'comes to an end of a long run of %j',
    (part) => {
      const text = part.repeat(100_000);
      expect(parseDataFile(`@{ a = ${text}`).ok).toBe(false);
      expect(parseDataFile(`@{ a = "${text}`).ok).toBe(false);
    },
  );

  it('counts no depth for parentheses that lie side by side', () => {
    expect(parseDataFile(`@{ a = @(${'($x.y)\n'.repeat(100)}) }`).ok).toBe(true);
  });

  it('keeps the place of every key', () => {
    const parsed = parseDataFile("@{\n  a = @'\n\n'@\n\tb = 1; c = 2\n}");
    expect(
      parsed.ok &&
        parsed.value.kind === 'hashtable' &&
        parsed.value.entries.map(({ key, line, column }) => [key, line, column]),
    ).toEqual([
      ['a', 2, 3],
      ['b', 5, 2],
      ['c', 5, 9],
    ]);
  });

  it('never throws, whatever the text', () => {
    const fragment = fc.constantFrom(
      '@{',
      '}',
      '@(',
      ')',
      "'",
      '"',
      '@"\n',
      '"@',
      "@'\n",
      '#',
      '<#',
      '#>',
      '`',
      '$',
      '$(',
      ',',
      ';',
      '=',
      '\n',
      ' ',
      'a',
      '1',
      '+',
      '[',
      ']',
      '-',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
          fc.array(fragment).map((parts) => `@{ a = ${parts.join('')}`),
        ),
        (text) => {
          parseDataFile(text);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('reads back whatever constant was written', () => {
    const key = fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.string(),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc
          .uniqueArray(fc.tuple(key, tie('value')), {
            selector: ([name]) => name.toLowerCase(),
            maxLength: 4,
          })
          .map((pairs) => Object.fromEntries(pairs)),
        // A list of one list would be taken apart by the pipeline.
        fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 }),
      ),
    }));
    fc.assert(
      fc.property(value, (constant) => {
        expect(constantOf(formatted(constant))).toEqual(constant);
      }),
      { numRuns: 500 },
    );
  });
});

/** A constant as PowerShell would write it. */
function formatted(value: unknown): string {
  if (value === null) return '$null';
  if (typeof value === 'boolean') return value ? '$true' : '$false';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return `'${value.replace(/['\u2018-\u201b]/g, '$&$&')}'`;
  if (Array.isArray(value)) return `@(${value.map(formatted).join(', ')})`;
  const entries = Object.entries(value as Record<string, unknown>);
  return `@{ ${entries.map(([name, inner]) => `${name} = ${formatted(inner)}`).join('; ')} }`;
}

describe('beside a parser of the whole language', () => {
  let parser: PowerShellParser;
  beforeAll(async () => {
    await PowerShellParser.init();
    parser = new PowerShellParser();
    parser.setLanguage(
      await Language.load(
        join(PROJECT_ROOT, 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm'),
      ),
    );
  });

  const samples = join(PROJECT_ROOT, 'packages-index/samples');
  const manifests = readdirSync(samples, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.psd1'),
  );

  it.each(manifests)('finds the same keys in %s', (path) => {
    const text = decodeText(readFileSync(join(samples, path)));
    const tree = parser.parse(text);
    const keys = tree?.rootNode.descendantsOfType('key_expression').map((node) => node?.text ?? '');
    const parsed = parseDataFile(text);
    expect(tree?.rootNode.hasError).toBe(false);
    expect(parsed.ok && keysOf(dataToJson(parsed.value))).toEqual(keys);
  });
});

function keysOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
}

const REAL = process.env['PWSHELF_REAL_MANIFESTS'] ?? '';

/** Real manifests, and what PowerShell read: NAME.psd1 beside NAME.json with its `data` or its `error`. */
describe.skipIf(REAL === '')('beside PowerShell', () => {
  const names = existsSync(REAL) ? readdirSync(REAL).filter((name) => name.endsWith('.psd1')) : [];

  it.each(names)('agrees on %s', (name) => {
    const wanted = JSON.parse(readFileSync(join(REAL, name.replace(/psd1$/, 'json')), 'utf8')) as {
      readonly data?: unknown;
      readonly error?: string;
    };
    const parsed = parseDataFile(decodeText(readFileSync(join(REAL, name))));
    if (wanted.error === undefined) {
      expect(parsed.ok && unordered(dataToJson(parsed.value))).toEqual(unordered(wanted.data));
    } else if (parsed.ok) {
      // PowerShell refuses what it would have to run; here it is shown as what it is.
      expect(JSON.stringify(dataToJson(parsed.value))).toContain('{"dynamic":');
    }
  });
});

function unordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unordered);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, inner]) => [key.toLowerCase(), unordered(inner)] as const);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

describe('a list of two hundred thousand items', () => {
  const count = 200_000;

  it.each([
    ['in @( … )', `@(${'1,'.repeat(count)}1)`],
    ['of arrays that are added', `'a','b'${'+1'.repeat(count - 1)}`],
  ])('is read to its end: %s', (_, text) => {
    const read = parseDataFile(`@{ a = ${text} }`);
    const value = read.ok && read.value.kind === 'hashtable' ? read.value.entries[0]?.value : undefined;
    expect(value?.kind === 'array' && value.items.length).toBe(count + 1);
  });
});

it('looks no further than numbers go for the sign of an exponent', () => {
  expect(parseDataFile(`@{ a = ${'1'.repeat(1_000_000)}-1 }`).ok).toBe(true);
});
