/** Whatever is typed: everything that is done with a query comes to an end, soon and without an error. */

import { expect, it } from 'vitest';
import { makeSearchRecords } from '../../scripts/bench/search-records.ts';
import { countFacets } from '../../src/search/facets.ts';
import { FIELDS } from '../../src/search/fields.ts';
import { findCommands } from '../../src/search/find-commands.ts';
import { findPackages } from '../../src/search/find-packages.ts';
import { excerpt, markedWords, markText } from '../../src/search/highlight.ts';
import { parseQuery } from '../../src/search/query.ts';
import { queryChips, without, withTicked } from '../../src/search/query-edit.ts';
import { suggestQueries } from '../../src/search/suggestions.ts';
import fc from '../support/laws.ts';
import { openSearchGallery } from '../support/search-gallery.ts';
import { SAMPLE_RECORDS } from '../support/search-samples.ts';

const others = [...makeSearchRecords({ packages: 120, commandsPerPackage: 5, readmeWords: 20, seed: 17 })];
const records = [...SAMPLE_RECORDS, ...others].sort((a, b) =>
  a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1,
);
const { index } = await openSearchGallery(records);

async function doAll(text: string): Promise<void> {
  const query = parseQuery(text);
  const { matches, factsOf } = await findPackages(index, query);
  const numbers = matches.map(({ number }) => number);
  const facets = await countFacets(index, query, numbers, factsOf);
  await findCommands(index, query);
  await suggestQueries(index, query);
  const words = markedWords(query);
  for (const { description } of records.slice(0, 5)) {
    const pieces = markText(excerpt(description, words, 40), words);
    expect(pieces.every((piece) => piece.text !== '')).toBe(true);
  }
  for (const chip of queryChips(query)) parseQuery(without(text.slice(0, 1_000), [chip]));
  for (const { field, options } of facets) {
    for (const { value } of options.slice(0, 2)) parseQuery(withTicked(text, field, [value]));
  }
}

const piece = fc.oneof(
  fc.constantFrom(
    '"',
    '“',
    '-',
    ':',
    ',',
    '*',
    '?',
    ' ',
    ' OR ',
    ' AND ',
    '>=',
    '<',
    '=',
    '..',
    '.',
    '/',
    '\\',
  ),
  fc.constantFrom(...FIELDS.map(({ name }) => `${name}:`)),
  fc.constantFrom(
    'a',
    'report',
    'Get-',
    'Pester',
    '5.1',
    '2026-01',
    'yes',
    'ß',
    'İ',
    'ﬁ',
    '漢字',
    'Ж',
    '😀',
    '\ud800',
    '\u0301',
  ),
  fc.constantFrom('\0', '\t', '\n', '\u202e', '__proto__', 'constructor', 'toString:', '<b>', '%', '&amp;'),
);
const text = fc.oneof(
  fc.array(piece, { maxLength: 40 }).map((all) => all.join('')),
  fc.string({ unit: 'binary', maxLength: 300 }),
);

it('any text is searched without an error', async () => {
  await fc.assert(fc.asyncProperty(text, doAll), { numRuns: 1_500 });
}, 60_000);

it.each([
  ['the longest pattern', `${'a*'.repeat(500)}`],
  ['the longest pattern of a field', `Commands:${'*a?'.repeat(330)}`],
  ['many patterns', '*a*e* '.repeat(160)],
  ['many alternatives', Array.from({ length: 200 }, (_, at) => `Id:x${at}*`).join(' OR ')],
  ['many values', `Tags:${Array.from({ length: 400 }, (_, at) => `t${at}`).join(',')}`],
  ['many quotes', '"'.repeat(1_000)],
  ['many signs', '-'.repeat(1_000)],
  ['many short words', 'a e '.repeat(250)],
  ['one long word', 'pester'.repeat(160)],
  ['very much', 'report '.repeat(100_000)],
])('%s is searched to an end', async (_, long) => {
  await doAll(long);
});
