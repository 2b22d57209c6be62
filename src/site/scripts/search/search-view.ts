/** The parts of the search page: tabs, chips, notes, results, and the line that says how many there are. */
import type { Facet } from '../../../search/facets.ts';
import type { PackageSort } from '../../../search/find-packages.ts';
import type { Query } from '../../../search/query.ts';
import { type Chip, queryChips, without } from '../../../search/query-edit.ts';
import { element } from './elements.ts';
import { type SearchState, type SearchTab, stateAddress } from './search-state.ts';

type Change = (change: Partial<SearchState>) => void;

export interface SearchView {
  readonly open: (state: SearchState, query: Query, change: Change) => void;
  readonly wait: () => void;
  readonly status: (text: string) => void;
  /** Sentences on how the query was understood. */
  readonly notes: (notes: readonly (string | Node)[]) => void;
  readonly rows: (rows: readonly HTMLElement[], more: (() => void) | undefined) => void;
  /** The box for what narrows the results, filled by whoever knows how; without that it is emptied. */
  readonly facets: (facets: readonly Facet[], fill?: (box: HTMLElement) => void) => void;
  /** Instead of rows: why there are none, and what to do. */
  readonly empty: (...content: readonly (string | Node)[]) => void;
  /** A sentence, and a button that may help. */
  readonly fail: (reason: string, button: HTMLElement) => void;
  readonly done: (state: SearchState) => void;
  /** Back to the plain list. */
  readonly close: () => void;
}

const TABS: readonly (readonly [SearchTab, string])[] = [
  ['packages', 'Packages'],
  ['commands', 'Commands'],
  ['docs', 'Documentation'],
];
const SORTS: readonly (readonly [PackageSort, string])[] = [
  ['relevance', 'Relevance'],
  ['name', 'Name'],
  ['recent', 'Recently published'],
  ['quality', 'Quality'],
];
const SKELETONS = 5;

export function searchView(root: HTMLElement): SearchView {
  const list = document.querySelector<HTMLElement>('[data-package-list]');
  const line = document.querySelector<HTMLElement>('[data-status]');
  const tabs = element('nav', { class: 'search-tabs', 'aria-label': 'What to search' });
  const chips = element('ul', { class: 'chips', 'aria-label': 'Terms of the query' });
  const notes = element('div', { class: 'search-notes' });
  const facets = element('div', { class: 'facets' });
  const sort = element('select', {}, ...SORTS.map(([value, title]) => element('option', { value }, title)));
  const sorting = element('label', { class: 'search-sort' }, 'Sort by ', sort);
  const rows = element('ul', { class: 'rows', 'data-results': true });
  const message = element('div', { class: 'search-message' });
  const more = element('button', { type: 'button', class: 'quiet-button' }, 'Show more');
  const head = element('div', { class: 'search-head' }, tabs, sorting);
  const heading = element('h2', { class: 'visually-hidden' }, 'Results');
  const main = element('div', { class: 'search-main' }, heading, notes, rows, message, more);
  root.replaceChildren(head, chips, element('div', { class: 'search-columns' }, facets, main));
  let changeNow: Change = () => undefined;
  let showMore: (() => void) | undefined;
  // Whether something of the answer stands there already.
  let isAnswered = false;
  sort.addEventListener('change', () => changeNow({ sort: sort.value as PackageSort }));
  more.addEventListener('click', () => showMore?.());

  const say = (text: string) => {
    if (line && line.textContent !== text) line.textContent = text;
  };
  const clear = () => {
    message.hidden = true;
    message.replaceChildren();
  };

  return {
    open: (state, query, change) => {
      changeNow = change;
      isAnswered = false;
      if (list) list.hidden = true;
      root.hidden = false;
      tabs.replaceChildren(...TABS.map(([tab, title]) => tabLink(tab, title, state, change)));
      sort.value = state.sort;
      sorting.hidden = state.tab !== 'packages';
      root.dataset['tab'] = state.tab;
      renderChips(chips, queryChips(query), (chip) => change({ text: without(query.text, [chip]) }));
      if (state.tab !== 'packages') facets.replaceChildren();
      else facets.dataset['waiting'] = '';
    },
    wait: () => {
      if (isAnswered) return;
      say('Searching…');
      clear();
      more.hidden = true;
      rows.replaceChildren(
        ...Array.from({ length: SKELETONS }, () =>
          element(
            'li',
            { class: 'row skeleton', 'aria-hidden': 'true' },
            element('span'),
            element('span'),
            element('span'),
          ),
        ),
      );
    },
    status: (text) => {
      isAnswered = true;
      say(text);
    },
    notes: (sentences) => {
      notes.replaceChildren(...sentences.map((sentence) => element('p', {}, sentence)));
      notes.hidden = sentences.length === 0;
    },
    rows: (shown, moreRows) => {
      clear();
      rows.replaceChildren(...shown);
      showMore = moreRows;
      more.hidden = moreRows === undefined;
    },
    facets: (shown, fill) => {
      delete facets.dataset['waiting'];
      if (shown.length === 0 || !fill) facets.replaceChildren();
      else fill(facets);
    },
    empty: (...content) => {
      rows.replaceChildren();
      more.hidden = true;
      message.hidden = false;
      message.replaceChildren(...content);
    },
    fail: (reason, button) => {
      rows.replaceChildren();
      facets.replaceChildren();
      notes.hidden = true;
      more.hidden = true;
      say('The search does not work right now.');
      message.hidden = false;
      message.replaceChildren(element('p', {}, reason), element('p', {}, button));
    },
    done: (state) => {
      rows.dataset['shows'] = stateAddress(state);
    },
    close: () => {
      root.hidden = true;
      if (list) list.hidden = false;
      say('');
    },
  };
}

function tabLink(tab: SearchTab, title: string, state: SearchState, change: Change): HTMLElement {
  const link = element(
    'a',
    { href: stateAddress({ ...state, tab }), 'aria-current': tab === state.tab ? 'true' : undefined },
    title,
  );
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change({ tab });
  });
  return link;
}

function renderChips(box: HTMLElement, chips: readonly Chip[], remove: (chip: Chip) => void): void {
  box.hidden = chips.length === 0;
  box.replaceChildren(
    ...chips.map((chip) => {
      const button = element(
        'button',
        { type: 'button', 'aria-label': `Remove ${chip.text}` },
        element('span', {}, chip.text),
        element('span', { 'aria-hidden': 'true' }, '×'),
      );
      button.addEventListener('click', () => remove(chip));
      return element('li', {}, button);
    }),
  );
}
