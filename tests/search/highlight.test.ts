import { expect, it } from 'vitest';
import { excerpt, markedWords, markText } from '../../src/search/highlight.ts';
import { parseQuery } from '../../src/search/query.ts';

const shown = (text: string, query: string) =>
  markText(text, markedWords(parseQuery(query)))
    .map((piece) => (piece.isMarked ? `[${piece.text}]` : piece.text))
    .join('');

it.each([
  ['Gets the report of a server.', 'report', 'Gets the [report] of a server.'],
  ['Reporting for all', 'report', '[Report]ing for all'],
  ['Get-AzReport', 'report', 'Get-Az[Report]'],
  ['airport', 'port', 'airport'],
  ['Get-AzReport', 'Get-AzReport', '[Get-AzReport]'],
  ['gets a thing', 'Get-Thing', 'gets a [thing]'],
  ['Škoda cars', 'skoda', '[Škoda] cars'],
  ['azure and aws', '-azure aws', 'azure and [aws]'],
  ['a module', 'Type:module', 'a module'],
  ['tagged azure', 'Tags:azure', 'tagged [azure]'],
  ['Get-ThisReport', 'Get-*Report', '[Get]-This[Report]'],
  ['<b>report</b>', 'report', '<b>[report]</b>'],
])('%s for %s: %s', (text, query, marked) => expect(shown(text, query)).toBe(marked));

it('cuts a long text around the first word that is marked', () => {
  const text = `${'word '.repeat(60)}needle ${'more '.repeat(60)}`;
  const cut = excerpt(text, ['needle'], 60);
  expect(cut).toMatch(/^… (?:word )+needle (?:more )+…$/);
  expect(cut.length).toBeLessThan(75);
  expect(excerpt('short', ['needle'], 60)).toBe('short');
});
