/** What is searched, as it stands in the address of the page. */
import type { PackageSort } from '../../../search/find-packages.ts';

export type SearchTab = 'packages' | 'commands' | 'docs';

export interface SearchState {
  readonly text: string;
  readonly tab: SearchTab;
  readonly sort: PackageSort;
}

const TABS: readonly SearchTab[] = ['packages', 'commands', 'docs'];
const SORTS: readonly PackageSort[] = ['relevance', 'name', 'recent', 'quality'];

export function readState(search: string): SearchState {
  const values = new URLSearchParams(search);
  return {
    text: values.get('q') ?? '',
    tab: TABS.find((tab) => tab === values.get('in')) ?? 'packages',
    sort: SORTS.find((sort) => sort === values.get('sort')) ?? 'relevance',
  };
}

/** Whether the address asks for a search at all; else the page is the plain list. */
export function isSearch(search: string): boolean {
  const values = new URLSearchParams(search);
  return values.has('q') || values.has('in') || values.has('sort');
}

/** `?q=…`, with what is not as usual. */
export function stateAddress({ text, tab, sort }: SearchState): string {
  const values = [
    `q=${encodeURIComponent(text)}`,
    ...(tab === 'packages' ? [] : [`in=${tab}`]),
    ...(sort === 'relevance' ? [] : [`sort=${sort}`]),
  ];
  return `?${values.join('&')}`;
}
