/**
 * What PowerShellGet 2's NuGet provider asks of a V2 server and how it goes on through the pages, as its source has it
 * (OneGet/NuGetProvider 6c486d0): pages of 40, four of them on the way at a time.
 */
import type { ClientFetch } from './client-fetch.ts';
import { hasWildcards } from './powershell-wildcard.ts';
import { type ProviderPackage, readFeed } from './provider-feed.ts';

const PAGE_SIZE = 40;
const SENDERS = 4;

export interface SearchWish {
  /** With wildcards; '' is every name. */
  readonly name: string;
  /** Of -Filter. */
  readonly contains?: string;
  readonly tags?: readonly string[];
  readonly allowPrerelease?: boolean;
  readonly allVersions?: boolean;
}

export function byIdQuery(id: string): string {
  return `FindPackagesById()?id='${id}'`;
}

export function searchQuery({ name, contains, tags = [], allowPrerelease, allVersions }: SearchWish): string {
  const words = hasWildcards(name) ? longestPiece(name) : (contains ?? '');
  const term = tags.reduce((text, tag) => `${text} tag:${tag}`, words.trim() === '' ? '' : words);
  // DownloadCount stands there for the order of what is most asked for.
  const start = allVersions ? 'Search()?$orderby=DownloadCount desc,Id' : 'Search()?$filter=IsLatestVersion';
  return `${start}&searchTerm='${term}'&targetFramework=''&includePrerelease=${allowPrerelease === true}`;
}

/** The whole result of one query, in the order in which the pages are read here: as they were sent. */
export async function readPages(
  fetch: ClientFetch,
  source: string,
  query: string,
): Promise<readonly ProviderPackage[]> {
  const first = await readPage(fetch, source, query, 0);
  // Another number means to the client that there is no more, or that the server does not do OData.
  if (first?.length !== PAGE_SIZE) return first ?? [];
  const found = [...first];
  const waiting = Array.from({ length: SENDERS }, (_, index) => (index + 1) * PAGE_SIZE);
  let last = SENDERS * PAGE_SIZE;
  let isOver = false;
  for (const skip of waiting) {
    const page = await readPage(fetch, source, query, skip);
    if (!page) return found;
    isOver ||= page.length < PAGE_SIZE;
    // A server that sends its first page again and again does not do OData either.
    if (skip === PAGE_SIZE && page[0] && isSamePackage(page[0], found[0])) {
      isOver = true;
      continue;
    }
    found.push(...page);
    if (isOver) continue;
    last += PAGE_SIZE;
    waiting.push(last);
  }
  return found;
}

/** Undefined when the answer is no success, which ends the search without a word. */
async function readPage(fetch: ClientFetch, source: string, query: string, skip: number) {
  const response = await fetch(providerUrl(source, `${query}&$skip=${skip}&$top=${PAGE_SIZE}`));
  return response.ok ? readFeed(await response.text()) : undefined;
}

/** .NET's Uri escapes blanks and what is no character of an address; quotes, brackets and `$` it leaves. */
function providerUrl(source: string, query: string): string {
  return `${source.replace(/\/+$/, '')}/${encodeURI(query)}`;
}

/** Of `sql*Compact*`: Compact. The last one of several that are equally long. */
function longestPiece(name: string): string {
  const pieces = name.replace(/\[.*?\]/g, '*').split(/[?*]/);
  return pieces.toSorted((a, b) => a.length - b.length).at(-1) ?? '';
}

function isSamePackage(a: ProviderPackage, b: ProviderPackage | undefined): boolean {
  return (
    a.id.toLowerCase() === b?.id.toLowerCase() &&
    a.version.original.toLowerCase() === b.version.original.toLowerCase()
  );
}
