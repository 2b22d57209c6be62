/** Atom feeds (RFC 4287): what was published, newest first. */
import { XMLBuilder } from 'fast-xml-parser';
import type { PackageVersion } from '../domain/gallery.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import type { SiteRoutes } from './routes.ts';

export interface AtomFeedInfo {
  readonly title: string;
  /** Addresses of the feed and of the page that it belongs to. */
  readonly self: string;
  readonly page: string;
}

const MAX_ENTRIES = 50;
/** A feed without entries must have a time too; it is older than any package. */
const NEVER = '2006-11-14T00:00:00Z';

export function renderAtom(info: AtomFeedInfo, items: readonly PackageVersion[], routes: SiteRoutes): string {
  const entries = items
    .toSorted((a, b) => (a.publishedAt === b.publishedAt ? 0 : a.publishedAt < b.publishedAt ? 1 : -1))
    .slice(0, MAX_ENTRIES);
  const builder = new XMLBuilder({ format: true, ignoreAttributes: false, suppressEmptyNode: true });
  const text = builder.build({
    '?xml': { '@_version': '1.0', '@_encoding': 'utf-8' },
    feed: {
      '@_xmlns': 'http://www.w3.org/2005/Atom',
      id: routes.absolute(info.self),
      title: info.title,
      updated: entries[0]?.publishedAt ?? NEVER,
      link: [
        { '@_rel': 'self', '@_type': 'application/atom+xml', '@_href': routes.absolute(info.self) },
        { '@_rel': 'alternate', '@_type': 'text/html', '@_href': routes.absolute(info.page) },
      ],
      entry: entries.map((item) => entryOf(item, routes)),
    },
  });
  return text.replace(FORBIDDEN, '');
}

/** What XML 1.0 cannot hold even when escaped. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu;

function entryOf(item: PackageVersion, routes: SiteRoutes): object {
  const { description, releaseNotes } = summarizePackage(item.nupkg);
  const url = routes.absolute(routes.version(item.id, item.version));
  return {
    id: url,
    title: `${item.id} ${item.version.original}`,
    updated: item.publishedAt,
    published: item.publishedAt,
    author: { name: item.publisher },
    link: { '@_rel': 'alternate', '@_type': 'text/html', '@_href': url },
    summary: { '@_type': 'text', '#text': description },
    ...(releaseNotes !== undefined && { content: { '@_type': 'text', '#text': releaseNotes } }),
  };
}
