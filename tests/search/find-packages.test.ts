import { describe, expect, it } from 'vitest';
import { makeSearchRecords } from '../../scripts/bench/search-records.ts';
import { findPackages } from '../../src/search/find-packages.ts';
import { parseQuery } from '../../src/search/query.ts';
import fc from '../support/laws.ts';
import { openSearchGallery } from '../support/search-gallery.ts';
import { scanPackages } from '../support/search-reference.ts';

const records = [...makeSearchRecords({ packages: 300, commandsPerPackage: 8, readmeWords: 60, seed: 7 })];
const made = await openSearchGallery(records);

/** Queries made of what the packages hold, in every shape that the language has. */
function queries(): fc.Arbitrary<string> {
  const word = fc.constantFrom(
    ...records.flatMap(({ id, tags, description, commands }) => [
      id,
      ...tags,
      ...description.split(' ').slice(0, 3),
      ...commands.slice(0, 2).map(({ name }) => name),
    ]),
    'azure',
    'get',
    'nothinglikethis',
  );
  const cut = fc.tuple(word, fc.nat(8)).map(([text, length]) => text.slice(0, length + 1));
  const pattern = fc
    .tuple(word, fc.nat(12), fc.constantFrom('*', '?', '*a*'))
    .map(([text, at, sign]) => text.slice(0, at) + sign + text.slice(at + 2));
  const phrase = fc
    .constantFrom(...records.map(({ description, id }, at) => (at % 3 === 0 ? id : description)))
    .chain((text) =>
      fc.tuple(fc.nat(6), fc.integer({ min: 1, max: 3 })).map(
        ([from, count]) =>
          `"${text
            .split(' ')
            .slice(from, from + count)
            .join(' ')}"`,
      ),
    );
  const name = fc.oneof(
    word,
    pattern,
    word.map((text) => `"${text}"`),
  );
  const fieldOf = (field: string, value: fc.Arbitrary<string>) => value.map((text) => `${field}:${text}`);
  const sign = fc.constantFrom('', '>', '>=', '<', '<=');
  const pick = (pickOne: (record: (typeof records)[number]) => string) =>
    fc.constantFrom(...records).map((record) => pickOne(record) || 'none');
  const field = fc.oneof(
    fieldOf('Id', fc.oneof(cut, pattern)),
    fieldOf('Functions', name),
    fieldOf('Cmdlets', name),
    fieldOf('DscResources', name),
    fieldOf('Aliases', name),
    fieldOf('Commands', name),
    fieldOf(
      'Tags',
      fc.oneof(
        pick(({ tags }) => tags[0] ?? ''),
        pattern,
      ),
    ),
    fc
      .tuple(
        pick(({ tags }) => tags[0] ?? ''),
        pick(({ tags }) => tags[1] ?? ''),
      )
      .map(([a, b]) => `Tags:"${a}" "${b}"`),
    fieldOf(
      'Author',
      pick(({ authors }) => `"${authors.slice(0, 5)}"`),
    ),
    fieldOf(
      'Owner',
      fc.oneof(
        pick(({ owners }) => owners[0] ?? ''),
        fc.constant('team-1*'),
      ),
    ),
    fieldOf(
      'Parameters',
      pick(({ commands }) => commands[0]?.parameters[0] ?? ''),
    ),
    fieldOf(
      'PowerShellVersion',
      fc
        .tuple(sign, fc.constantFrom('2.0', '3', '5.1', '7.2', '5.1..7.0'))
        .map((all) => all.join(''))
        .filter((text) => !/^[<>].*\.\./.test(text)),
    ),
    fieldOf('Edition', fc.constantFrom('core', 'Desktop', 'c*')),
    fieldOf('OS', fc.constantFrom('windows', 'Linux,MacOS')),
    fieldOf('Type', fc.constantFrom('module', 'Script', 'module,script')),
    fieldOf('Includes', fc.constantFrom('function', 'DscResource', 'dsc-resource', 'cmdlet')),
    fieldOf('Category', fc.constantFrom('backup', '"cloud","reports"', 'sec*')),
    fieldOf('License', fc.constantFrom('MIT', 'apache-2.0', 'GPL*')),
    fieldOf(
      'Dependency',
      pick(({ dependencies }) => dependencies[0] ?? ''),
    ),
    fieldOf(
      'Updated',
      fc
        .tuple(sign, fc.constantFrom('2020', '2021-06', '2022-01-15', '2019..2021-03'))
        .map((all) => all.join(''))
        .filter((text) => !/^[<>].*\.\./.test(text)),
    ),
    fieldOf(
      'Quality',
      fc.tuple(sign, fc.integer({ min: 20, max: 100 })).map((all) => all.join('')),
    ),
    fieldOf('Version', fc.constantFrom('1.*', '>=2.0', '<1.5.1', '0.1.1')),
    fieldOf('Prerelease', fc.constantFrom('yes', 'no')),
  );
  const term = fc
    .tuple(fc.constantFrom('', '', '', '-'), fc.oneof(word, cut, pattern, phrase, field))
    .map((all) => all.join(''));
  const group = fc.array(term, { minLength: 1, maxLength: 2 }).map((terms) => terms.join(' OR '));
  return fc.array(group, { minLength: 1, maxLength: 3 }).map((groups) => groups.join(' '));
}

describe('the search', () => {
  let foundCount = 0;

  it('finds what a scan of all packages finds, and ranks it the same', async () => {
    await fc.assert(
      fc.asyncProperty(queries(), async (text) => {
        const query = parseQuery(text);
        const { matches } = await findPackages(made.index, query);
        const exact = matches.filter(({ isNear }) => !isNear);
        const wanted = scanPackages(records, query);
        expect(exact.map(({ number }) => records[number]?.id)).toEqual(wanted.map(({ id }) => id));
        for (const [at, { score }] of exact.entries()) expect(score).toBeCloseTo(wanted[at]?.score ?? -1, 6);
        if (wanted.length > 0) foundCount++;
      }),
      { numRuns: 1_000 },
    );
    // Queries that find nothing prove little.
    expect(foundCount).toBeGreaterThan(500);
  }, 120_000);
});
