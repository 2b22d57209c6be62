/** Boxes beside the results, by which they are narrowed: ticking one changes the query, which says the same in words. */
import type { Facet, FacetOption } from '../../../search/facets.ts';
import type { Query } from '../../../search/query.ts';
import { withTicked } from '../../../search/query-edit.ts';
import { element } from './elements.ts';

/** On wide screens all are open; on a phone they would push the results away. */
const WIDE = matchMedia('(min-width: 60rem)');

export function renderFacets(
  box: HTMLElement,
  facets: readonly Facet[],
  query: Query,
  search: (text: string) => void,
): void {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.id : '';
  const wasOpen = box.querySelector('details')?.open;
  const tickedCount = facets.flatMap(({ options }) => options).filter(({ isTicked }) => isTicked).length;
  const details = element(
    'details',
    { open: wasOpen ?? WIDE.matches },
    element('summary', {}, tickedCount === 0 ? 'Filter' : `Filter (${tickedCount})`),
    ...facets.map((facet) => facetBox(facet, query, search)),
  );
  box.replaceChildren(...(facets.length === 0 ? [] : [details]));
  if (focused !== '') document.getElementById(focused)?.focus({ preventScroll: true });
}

function facetBox(facet: Facet, query: Query, search: (text: string) => void): HTMLElement {
  const { field, title, help, options, isSingle } = facet;
  const ticked = options.filter(({ isTicked }) => isTicked).map(({ value }) => value);
  return element(
    'fieldset',
    {},
    element('legend', {}, title),
    ...options.map((option, at) =>
      optionLine(`facet-${field}-${at}`, option, (isTicked) => {
        const others = isSingle ? [] : ticked.filter((value) => value !== option.value);
        search(withTicked(query.text, field, isTicked ? [...others, option.value] : others));
      }),
    ),
    help === undefined ? '' : element('p', { class: 'facet-help' }, help),
  );
}

function optionLine(id: string, option: FacetOption, tick: (isTicked: boolean) => void): HTMLElement {
  const { title, count, isTicked } = option;
  const input = element('input', { type: 'checkbox', id });
  input.checked = isTicked;
  input.addEventListener('change', () => tick(input.checked));
  return element(
    'label',
    { for: id },
    input,
    element('span', {}, title),
    element('span', { class: 'facet-count' }, count.toLocaleString('en')),
  );
}
