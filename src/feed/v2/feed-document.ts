/** The Atom feed around V2 entries. Every address that lists packages answers with one. */
import { namespaceDeclarations, type V2Prefixes } from './namespaces.ts';
import { escapeXml } from './xml-text.ts';

export interface V2FeedDocument {
  /** Absolute URL of the address that the document answers at. */
  readonly url: string;
  readonly title: string;
  /** Absolute URL of the V2 root. */
  readonly base: string;
  /** ISO 8601, the newest of the entries. */
  readonly updatedAt: string;
  readonly entries: readonly string[];
}

/** The document in parts, one an entry. */
export function renderV2Feed(prefixes: V2Prefixes, document: V2FeedDocument): readonly string[] {
  const a = prefixes.atom;
  const url = escapeXml(document.url);
  const title = escapeXml(document.title);
  const head =
    '<?xml version="1.0" encoding="utf-8"?>\n' +
    `<${a}feed xml:base="${escapeXml(document.base)}" ${namespaceDeclarations(prefixes)}>` +
    `<${prefixes.metadata}count>${document.entries.length}</${prefixes.metadata}count>` +
    `<${a}id>${url}</${a}id><${a}title type="text">${title}</${a}title>` +
    `<${a}updated>${document.updatedAt}</${a}updated>` +
    `<${a}link rel="self" title="${title}" href="${url}"/>\n`;
  const [first = '', ...others] = document.entries;
  return [head + first, ...others.map((entry) => `\n${entry}`), `\n</${a}feed>\n`];
}

/** Of feeds without entries: a fixed time, so that the same index gives the same bytes. */
export const EMPTY_FEED_UPDATED_AT = '1970-01-01T00:00:00.000Z';
