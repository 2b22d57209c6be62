/** Packages that a query finds, as rows, with the boxes that narrow them. */

import { formatCount } from '../../../report/format-text.ts';
import { commandsCalled } from '../../../search/command-names.ts';
import { findPackages, type PackageResults } from '../../../search/find-packages.ts';
import { excerpt, markedWords, markText } from '../../../search/highlight.ts';
import { parseQuery, type Query, wantedWords } from '../../../search/query.ts';
import { isWildcard } from '../../../search/wildcard.ts';
import { element, marked } from './elements.ts';
import { programPart } from './program.ts';
import { packageAddress, packageRow } from './result-rows.ts';
import type { Showing } from './search-page.ts';
import { stateAddress } from './search-state.ts';

const ROWS = 20;

export async function showPackages(showing: Showing): Promise<void> {
  const { view, state, index, isCurrent, change } = showing;
  const query = parseQuery(state.text);
  const results = await findPackages(index, query, state.sort);
  if (!isCurrent()) return;
  await showRows(showing, query, results, ROWS);
  if (!isCurrent()) return;
  const numbers = results.matches.filter(({ isNear }) => !isNear).map(({ number }) => number);
  const isTicked = query.groups.some(([term]) => term?.kind === 'field');
  // One package cannot be narrowed, and then the code for it need not come.
  if (numbers.length < 2 && !(isTicked && numbers.length === 0)) view.facets([]);
  else {
    const { countFacets } = await programPart(() => import('../../../search/facets.ts'));
    const facets = await countFacets(index, query, numbers, results.factsOf);
    const { renderFacets } = await programPart(() => import('./facet-boxes.ts'));
    if (!isCurrent()) return;
    view.facets(facets, (box) => renderFacets(box, facets, query, (text) => change({ text })));
  }
  // The next words will find more: what those are ranked and counted by comes while nobody waits.
  if (wantedWords(query).length > 0) void index.catalogue().catch(() => undefined);
}

async function showRows(
  showing: Showing,
  query: Query,
  results: PackageResults,
  limit: number,
): Promise<void> {
  const { view, index, base, isCurrent, state } = showing;
  const { matches, corrections } = results;
  const shown = matches.slice(0, limit);
  const details = await Promise.all(shown.map(({ number }) => index.details(number)));
  const notes = [...query.notes, ...(await commandNote(showing, query))];
  if (!isCurrent()) return;
  const exactCount = matches.filter(({ isNear }) => !isNear).length;
  const words = markedWords(query);
  const instead = corrections.flatMap((correction) => correction.instead);
  const rows = details.map((item, at) => {
    const row = packageRow(base, item, shown[at]?.isNear ? [...words, ...instead] : words);
    if (at === exactCount && exactCount > 0) row.dataset['near'] = 'Similar names';
    return row;
  });
  view.notes([...correctionNotes(results, exactCount), ...notes]);
  view.status(statusText(state.text, exactCount, matches.length - exactCount));
  if (matches.length === 0) await showNothing(showing, query);
  else {
    const more =
      matches.length > limit ? () => void showRows(showing, query, results, limit + ROWS) : undefined;
    view.rows(rows, more);
    const ids = details.map(({ id }) => id);
    if (wantedWords(query).length > 0) void showPassages(showing, rows, ids, words);
  }
}

function statusText(text: string, exactCount: number, nearCount: number): string {
  const what = formatCount(exactCount, 'package');
  if (exactCount === 0 && text.trim() !== '') {
    return `No package for “${text.trim()}”${nearCount === 0 ? '' : `, but ${nearCount} like it`}`;
  }
  return text.trim() === '' ? what : `${what} for “${text.trim()}”`;
}

function correctionNotes({ corrections }: PackageResults, exactCount: number): readonly string[] {
  if (exactCount > 0) return [];
  return corrections.map(
    ({ word, instead }) =>
      `Nothing is called “${word}”. These are like ${instead.map((one) => `“${one}”`).join(' or ')}.`,
  );
}

/** Who types the name of a command wants to know who has it. */
async function commandNote({ index, state, change }: Showing, query: Query): Promise<readonly Node[]> {
  const [word, ...others] = wantedWords(query);
  if (word === undefined || others.length > 0 || query.groups.length > 1 || isWildcard(word)) return [];
  const [command] = await commandsCalled(index, word);
  if (!command) return [];
  const count = new Set(command.uses.map((use) => use.package)).size;
  const link = element('a', { href: stateAddress({ ...state, tab: 'commands' }) }, 'See the command');
  link.addEventListener('click', (event) => {
    event.preventDefault();
    change({ tab: 'commands' });
  });
  const fragment = document.createDocumentFragment();
  fragment.append(
    element('code', {}, command.name),
    ` is a command of ${formatCount(count, 'package')}. `,
    link,
  );
  return [fragment];
}

async function showNothing({ view, index, state, change, isCurrent }: Showing, query: Query): Promise<void> {
  // What was found before goes at once.
  view.rows([], undefined);
  const { suggestQueries } = await programPart(() => import('../../../search/suggestions.ts'));
  const suggestions = await suggestQueries(index, query);
  if (!isCurrent()) return;
  const linkTo = (title: string, part: Parameters<typeof change>[0], rest = '') => {
    const link = element('a', { href: stateAddress({ ...state, ...part }) }, title);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      change(part);
    });
    return element('li', {}, link, rest);
  };
  view.empty(
    element('p', { class: 'search-empty' }, 'No package has all of this.'),
    element(
      'ul',
      {},
      ...suggestions.map(({ text, count }) =>
        linkTo(text, { text }, ` finds ${formatCount(count, 'package')}`),
      ),
      linkTo('Look for it among commands', { tab: 'commands' }),
      linkTo('Look for it in READMEs and documentation', { tab: 'docs' }),
    ),
  );
}

const PASSAGE_LENGTH = 180;
/** Nobody reads while typing. */
const PASSAGE_PAUSE_MS = 600;
const MAX_PASSAGES = 6;

/** Where a README or a command alone has the words, the passage shows why the package is here. */
async function showPassages(
  { base, isCurrent }: Showing,
  rows: readonly HTMLElement[],
  ids: readonly string[],
  words: readonly string[],
): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, PASSAGE_PAUSE_MS));
  let left = MAX_PASSAGES;
  for (const [at, row] of rows.entries()) {
    if (row.dataset['unseen'] === undefined || left-- <= 0) continue;
    if (!isCurrent()) return;
    const text = await markdownOf(`${packageAddress(base, ids[at] ?? '')}index.md`);
    if (!isCurrent()) return;
    const passage = markText(excerpt(text, words, PASSAGE_LENGTH), words);
    if (passage.some(({ isMarked }) => isMarked)) {
      row.querySelector('.row-facts')?.before(element('p', { class: 'passage' }, marked(passage)));
    }
  }
}

const MAX_PASSAGE_BYTES = 64 * 1024;
/** The names of clients are in it for every package. */
const INSTALL_SECTION = /^## Install\n[\s\S]*?(?=^## )/m;

/** Only an ornament: without it the row stands as well. */
async function markdownOf(address: string): Promise<string> {
  try {
    const response = await fetch(address);
    if (!response.ok) return '';
    const text = (await response.text()).slice(0, MAX_PASSAGE_BYTES);
    return text.replace(INSTALL_SECTION, '').replace(/[`*#|]+/g, '');
  } catch {
    return '';
  }
}
