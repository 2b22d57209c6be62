/** Passages of the documentation and of READMEs, found by Pagefind. */

import { formatCount } from '../../../report/format-text.ts';
import { excerpt, markedWords, markText } from '../../../search/highlight.ts';
import { parseQuery, type Query } from '../../../search/query.ts';
import { element, marked } from './elements.ts';
import { programPart } from './program.ts';
import { packageAddress } from './result-rows.ts';
import type { Showing } from './search-page.ts';

interface PagefindFragment {
  readonly url: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
  readonly content: string;
  readonly locations: readonly number[];
  readonly sub_results?: readonly { readonly title: string; readonly url: string }[];
}

interface Pagefind {
  readonly options: (options: { readonly baseUrl: string }) => Promise<void>;
  readonly search: (
    query: string,
  ) => Promise<{ readonly results: readonly { readonly data: () => Promise<PagefindFragment> }[] }>;
}

type Result = { readonly data: () => Promise<PagefindFragment> };

const ROWS = 10;
const PASSAGE_LENGTH = 260;
let loading: Promise<Pagefind> | undefined;

export async function showProse(showing: Showing): Promise<void> {
  const { view, state, base, isCurrent } = showing;
  const query = parseQuery(state.text);
  const words = markedWords(query);
  view.notes([...query.notes, ...proseNotes(query)]);
  if (words.length === 0) {
    view.status('');
    view.empty(
      element('p', {}, 'Type words to look for in READMEs and in the documentation of this gallery.'),
    );
    return;
  }
  loading ??= programPart(() => loadPagefind(base));
  loading.catch(() => (loading = undefined));
  const { results } = await (await loading).search(proseText(state.text));
  if (!isCurrent()) return;
  view.status(`${formatCount(results.length, 'text')} for “${state.text.trim()}”`);
  if (results.length > 0) await showRows(showing, results, words, ROWS);
  else
    view.empty(
      element(
        'p',
        { class: 'search-empty' },
        'No README and no page of the documentation has all of these words.',
      ),
    );
}

function proseNotes({ groups }: Query): readonly string[] {
  const isPlain = groups.every(
    (group) => group.length === 1 && group.every((term) => term.kind !== 'field' && !term.isNegated),
  );
  return isPlain
    ? []
    : ['Texts are searched for words: OR, a minus and the names of fields do not count here.'];
}

/** Fields mean nothing to a text: their values are words like others. */
function proseText(text: string): string {
  return parseQuery(text)
    .groups.flat()
    .filter(({ isNegated }) => !isNegated)
    .flatMap((term) =>
      term.kind === 'field' ? term.values.flat() : [term.kind === 'phrase' ? `"${term.text}"` : term.text],
    )
    .join(' ')
    .replace(/[*?]/g, ' ');
}

async function showRows(
  showing: Showing,
  results: readonly Result[],
  words: readonly string[],
  limit: number,
): Promise<void> {
  const { view, base, isCurrent } = showing;
  const shown = await Promise.all(results.slice(0, limit).map((result) => result.data()));
  if (!isCurrent()) return;
  const rows = shown.map(({ url, meta, content }) => {
    const id = meta['package'];
    const passage = markText(excerpt(content, words, PASSAGE_LENGTH), words);
    return element(
      'li',
      { class: 'row command-row' },
      element(
        'h3',
        {},
        element(
          'a',
          { href: id === undefined ? url : packageAddress(base, id) },
          marked(markText(meta['title'] ?? url, words)),
        ),
      ),
      element('span', { class: 'version' }, id === undefined ? 'documentation' : 'README'),
      element('p', {}, marked(passage)),
    );
  });
  view.rows(
    rows,
    results.length > limit ? () => void showRows(showing, results, words, limit + ROWS) : undefined,
  );
}

async function loadPagefind(base: string): Promise<Pagefind> {
  const pagefind = (await import(/* @vite-ignore */ `${base}pagefind/pagefind.js`)) as Pagefind;
  await pagefind.options({ baseUrl: base });
  return pagefind;
}
