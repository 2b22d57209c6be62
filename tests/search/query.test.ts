import { describe, expect, it } from 'vitest';
import { parseQuery, type Query } from '../../src/search/query.ts';
import fc from '../support/laws.ts';

/** A query in short: groups by spaces, alternatives by |, values of a list by & and of one value by commas. */
function short({ groups }: Query): string {
  return groups
    .map((group) =>
      group
        .map((term) => {
          const sign = term.isNegated ? '-' : '';
          if (term.kind === 'word') return sign + term.text;
          if (term.kind === 'phrase') return `${sign}"${term.text}"`;
          return `${sign}${term.field}(${term.values.map((some) => some.join(',')).join('&')})`;
        })
        .join('|'),
    )
    .join(' ');
}

const TABLE: readonly (readonly [query: string, meaning: string])[] = [
  ['', ''],
  ['   ', ''],
  ['azure', 'azure'],
  ['azure  report', 'azure report'],
  ['"active directory"', '"active directory"'],
  ['“active directory”', '"active directory"'],
  ['-azure', '-azure'],
  ['-"a b" c', '-"a b" c'],
  ['azure OR aws', 'azure|aws'],
  ['a OR b OR c d', 'a|b|c d'],
  ['a AND b', 'a b'],
  ['a or b', 'a or b'],
  ['Tags:azure', 'Tags(azure)'],
  ['tag:azure', 'Tags(azure)'],
  ['TAGS:"azure"', 'Tags(azure)'],
  ['Tags:"a" "b"', 'Tags(a&b)'],
  ['Tags:"a" b', 'Tags(a) b'],
  ['Tags:a,b', 'Tags(a,b)'],
  ['Tags:"a","b c" "d"', 'Tags(a,b c&d)'],
  ['Tags: "a"', 'Tags(a)'],
  ['-Tags:a', '-Tags(a)'],
  ['Tags:a OR Tags:b', 'Tags(a)|Tags(b)'],
  ['Functions:"Get-X" report', 'Functions(Get-X) report'],
  ['Functions:Get-*Report', 'Functions(Get-*Report)'],
  ['PowerShellVersion:>=5.1', 'PowerShellVersion(>=5.1)'],
  ['PowerShellVersion:"5.1"', 'PowerShellVersion(5.1)'],
  ['Updated:2026-01..2026-03', 'Updated(2026-01..2026-03)'],
  ['Quality:>=80', 'Quality(>=80)'],
  ['License:MIT', 'License(MIT)'],
  ['OS:macos Type:Module Edition:c*', 'OS(macos) Type(Module) Edition(c*)'],
  ['Includes:dsc-resource,RoleCapability', 'Includes(dsc-resource,RoleCapability)'],
  ['licence:MIT', 'License(MIT)'],
  ['Get-*Report', 'Get-*Report'],
  ['Get-Report', 'Get-Report'],
  ['- -- ---', ''],
  ['?', '?'],
];

describe('a query', () => {
  it.each(TABLE)('%j means %j', (text, meaning) => {
    const query = parseQuery(text);
    expect(short(query)).toBe(meaning);
    expect(query.notes).toEqual([]);
  });
});

const MENDED: readonly (readonly [query: string, meaning: string, note: RegExp])[] = [
  ['"active directory', 'active directory', /no partner.*one by one/],
  ['report "a', 'report a', /no partner/],
  ['Tags:"a b', 'Tags(a b)', /no partner.*one value/],
  ['Colour:red', 'red', /no field Colour:/],
  ['tgas:"a b"', 'a b', /Is Tags: meant\?/],
  ['Tags:', '', /Tags: has no value yet/],
  ['Tags: report', 'report', /Tags: has no value yet/],
  ['OR a', 'a', /OR stands between.*before/],
  ['a OR', 'a', /OR stands between.*after/],
  ['Quality:good', '', /Quality: takes a number/],
  ['Updated:yesterday', '', /Updated: takes a date/],
  ['PowerShellVersion:core', '', /PowerShellVersion: takes a version/],
  ['Type:modules', 'Type(modules)', /Type: is module, script; nothing is “modules”/],
  ['OS:linux,mac', 'OS(linux,mac)', /OS: is Windows, Linux, macOS; nothing is “mac”/],
  ['Includes:functions', 'Includes(functions)', /DscResource.*nothing is “functions”/],
  ['Prerelease:maybe', '', /Prerelease: takes yes or no/],
  ['https://example.org/x', '//example.org/x', /no field https:/],
  [`${'x '.repeat(60)}`, 'x '.repeat(50).trim(), /first 50 words/],
  ['*a *b *c *d *e *f *g *h *h x', '*a *b *c *d *e *f *g *h x', /first 8 names with/],
  ['Tags:*a,*b,*c,*d,*e,*f,*g,*h,*i Id:x', 'Tags(*a,*b,*c,*d,*e,*f,*g,*h) Id(x)', /first 8 names with/],
  ['y'.repeat(1_100), 'y'.repeat(1_000), /first 1000 characters/],
];

describe('a query that does not fit', () => {
  it.each(MENDED)('%j is searched as %j, and says so', (text, meaning, note) => {
    const query = parseQuery(text);
    expect(short(query)).toBe(meaning);
    expect(query.notes.join('\n')).toMatch(note);
  });
});

it('places each term where it stands', () => {
  const text = 'one  -Tags:"a" "b" OR Id:x  "two three"';
  const places = parseQuery(text)
    .groups.flat()
    .map(({ start, end }) => text.slice(start, end));
  expect(places).toEqual(['one', '-Tags:"a" "b"', 'Id:x', '"two three"']);
});

it('is read from any text, quickly', () => {
  const piece = fc.constantFrom(
    '"',
    '“',
    '-',
    ':',
    ',',
    '*',
    ' ',
    'OR',
    'Tags:',
    '>=',
    '..',
    'a',
    'Ж',
    '\u0000',
    '😀',
    '\u0301',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 2_000 }),
    fc.array(piece, { maxLength: 800 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(text, (source) => {
      const { groups } = parseQuery(source);
      expect(groups.every((group) => group.length > 0)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
