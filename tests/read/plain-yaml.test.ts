import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatRecord } from '../../src/publish/record-text.ts';
import { parsePlainYaml } from '../../src/read/plain-yaml.ts';
import fc from '../support/laws.ts';
import { makeRecord } from '../support/publish-facts.ts';

it('reads the records that this program writes', () => {
  const record = makeRecord({ versions: ['1.0', '1.1.0-beta', '2.0.0.1'], removed: ['0.9.0'] });
  const text = formatRecord(record);
  expect(parsePlainYaml(text)).toEqual(parse(text));
  expect(parsePlainYaml(text)).toBeDefined();
});

it.each([
  ['a number that is no integer', 'a: 1.0'],
  ['a hexadecimal number', 'a: 0x1F'],
  ['an octal number', 'a: 010'],
  ['a word that other versions of YAML take for false', 'a: no'],
  ['null', 'a: null'],
  ['a comment behind a value', 'a: b # c'],
  ['a value on the next line', 'a:\n  b'],
  ['a value that goes on', 'a: b\n  c'],
  ['a flow sequence', 'a: [b]'],
  ['a block text', 'a: |\n  b'],
  ['an alias', 'a: &x b\nc: *x'],
  ['a tag', 'a: !!str b'],
  ['a key twice', 'a: b\na: c'],
  ['a merge key', '<<: b'],
  ['__proto__', '__proto__: b'],
  ['a tab', 'a:\n\t- b'],
  ['carriage returns', 'a: b\r\nc: d\r\n'],
  ['a carriage return on a line of its own', 'a: b\n\r'],
  ['a second document', 'a: b\n---\nc: d'],
  ['an escape', 'a: "\\u0041"'],
  ['a quote in single quotes', "a: 'b'"],
  ['nothing', ''],
])('leaves %s to the real parser', (_, text) => {
  expect(parsePlainYaml(text)).toBeUndefined();
});

it('never reads a text otherwise than the real parser does', () => {
  const scalar = fc.oneof(
    fc.constantFrom(
      'b',
      'true',
      'false',
      'True',
      'null',
      '~',
      '0',
      '7',
      '007',
      '-1',
      '1.0',
      '1.0.0',
      '1e3',
      '1.0.0-1e3',
      '"x"',
      '"1"',
      '"a\\n"',
      "'q'",
      'a b',
      'a  b',
      'b:',
      'b: c',
      'b:c',
      'b #c',
      '# c',
      '#c',
      '- b',
      '-b',
      '-',
      '[b]',
      '{}',
      '*x',
      '&x b',
      '|',
      '>',
      '@x',
      'a@b',
      'a=b',
      '=',
      '2026-01-01T00:00:00Z',
      '2026-01-01',
      '12:30:00',
      'no',
      'y',
      '.inf',
      'NaN',
      '?',
      '? b',
      '%',
      '!x b',
      'é',
      'a,b',
      'a(b)',
      '<<',
      `${'A'.repeat(86)}==`,
    ),
    fc.string({ maxLength: 6 }),
  );
  const key = fc.constantFrom('a', 'b', 'c1', 'constructor', '__proto__', '"d"', '1', '<<', 'a b', '? a', '');
  const line = fc
    .tuple(
      fc.constantFrom('', '', '  ', '    ', '      ', ' ', '\t'),
      fc.constantFrom('', '', '- ', '- - ', '-'),
      fc.option(key),
      scalar,
      fc.constantFrom('', '', '', ' ', '\r', ' # x'),
    )
    .map(
      ([indent, dash, name, value, end]) =>
        `${indent}${dash}${name === null ? '' : `${name}: `}${value}${end}`,
    );
  const opening = fc
    .tuple(fc.constantFrom('', '  ', '    '), fc.constantFrom('', '- '), key)
    .map(([indent, dash, name]) => `${indent}${dash}${name}:`);
  const soup = fc
    .array(fc.oneof(line, opening), { minLength: 1, maxLength: 6 })
    .map((lines) => lines.join('\n'));
  const pair = fc.tuple(key, scalar).map(([name, value]) => `${name}: ${value}`);
  // A record with one line put in, taken out, or indented otherwise.
  const whole = formatRecord(makeRecord({ versions: ['1.0', '1.1.0-beta'], removed: ['0.9.0'] })).split('\n');
  const spoilt = fc
    .tuple(
      fc.nat(whole.length - 1),
      fc.nat(1),
      fc.constantFrom('', '  ', '    '),
      fc.option(fc.oneof(line, pair)),
    )
    .map(([at, taken, indent, put]) =>
      whole.toSpliced(at, taken, ...(put === null ? [] : [indent + put])).join('\n'),
    );
  const text = fc.oneof(soup, pair, spoilt);
  let readCount = 0;
  fc.assert(
    fc.property(text, (yaml) => {
      const plain = parsePlainYaml(yaml);
      if (plain === undefined) return;
      readCount += 1;
      expect(plain).toEqual(parse(yaml, { merge: false, logLevel: 'silent' }));
    }),
    { numRuns: 5000 },
  );
  // The law would hold of a parser that reads nothing, too.
  expect(readCount).toBeGreaterThan(100);
});
