/** The Atom feed around V2 entries. Every address that lists packages answers with one. */
import { namespaceDeclarations, type V2Prefixes } from './namespaces.ts';
import { escapeXml } from './xml-text.ts';

export interface V2FeedHead {
  /** Absolute URL of the address that the document answers at. */
  readonly url: string;
  readonly title: string;
  /** Absolute URL of the V2 root. */
  readonly base: string;
  /** ISO 8601, the newest of the entries. */
  readonly updatedAt: string;
  /** How many entries there are on all pages; undefined when nobody asked. */
  readonly count: number | undefined;
}

export interface V2FeedDocument extends Omit<V2FeedHead, 'count'> {
  readonly entries: readonly string[];
}

/** The document in parts, one an entry. */
export function renderV2Feed(prefixes: V2Prefixes, document: V2FeedDocument): readonly string[] {
  const head = renderV2FeedHead(prefixes, { ...document, count: document.entries.length });
  const [first = '', ...others] = document.entries;
  return [head + first, ...others.map((entry) => `\n${entry}`), renderV2FeedTail(prefixes)];
}

/** All that comes before the entries. */
export function renderV2FeedHead(prefixes: V2Prefixes, head: V2FeedHead): string {
  const { atom: a, metadata: m } = prefixes;
  const url = escapeXml(head.url);
  const title = escapeXml(head.title);
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    `<${a}feed xml:base="${escapeXml(head.base)}" ${namespaceDeclarations(prefixes)}>` +
    (head.count === undefined ? '' : `<${m}count>${head.count}</${m}count>`) +
    `<${a}id>${url}</${a}id><${a}title type="text">${title}</${a}title>` +
    `<${a}updated>${head.updatedAt}</${a}updated>` +
    `<${a}link rel="self" title="${title}" href="${url}"/>\n`
  );
}

/** @param next  absolute URL of the page that follows */
export function renderV2FeedTail({ atom: a }: V2Prefixes, next?: string): string {
  const link = next === undefined ? '' : `<${a}link rel="next" href="${escapeXml(next)}"/>`;
  return `\n${link}</${a}feed>\n`;
}

/** Of feeds without entries: a fixed time, so that the same index gives the same bytes. */
export const EMPTY_FEED_UPDATED_AT = '1970-01-01T00:00:00.000Z';
