/** Versions as an Atom feed or as verbose JSON. Long ones are written as they are read, so none is in memory as a whole. */
import { blobPath, type FeedUrls } from '../../feed/urls.ts';
import { renderV2Entry } from '../../feed/v2/entry.ts';
import { EMPTY_FEED_UPDATED_AT, renderV2FeedHead, renderV2FeedTail } from '../../feed/v2/feed-document.ts';
import { USUAL_PREFIXES } from '../../feed/v2/namespaces.ts';
import type { V2PropertyName } from '../../feed/v2/properties.ts';
import type { CatalogueVersion } from '../catalogue/catalogue.ts';
import { versionAt } from '../catalogue/complete-values.ts';
import { jsonEntry } from './json-entry.ts';
import { openValueReader, type ValueReader } from './version-values.ts';

export interface FeedContent {
  readonly urls: FeedUrls;
  /** Of the operation, below the root of the site. */
  readonly path: string;
  readonly title: string;
  /** The V2 source, below the root of the site. */
  readonly root: string;
  readonly versions: readonly CatalogueVersion[];
  /** Of all pages, when it was asked for. */
  readonly count: number | undefined;
  /** Absolute URL of the page that follows. */
  readonly next: string | undefined;
  readonly select: ReadonlySet<V2PropertyName> | undefined;
}

/** Entries that are put together at a time. */
const BATCH = 50;

export function atomFeed(content: FeedContent): string | ReadableStream<Uint8Array> {
  const { urls, path, title, root, versions, count, next, select } = content;
  const reader = openValueReader();
  const head = renderV2FeedHead(USUAL_PREFIXES, {
    url: urls.absolute(path),
    title,
    base: urls.absolute(root),
    updatedAt: newest(reader, versions.slice(0, BATCH)),
    count,
  });
  return inBatches(
    head,
    versions,
    (version) =>
      `${renderV2Entry({ urls, prefixes: USUAL_PREFIXES, select }, reader.values(version), blobUrl(urls, version))}\n`,
    '',
    renderV2FeedTail(USUAL_PREFIXES, next),
  );
}

export function jsonFeed(content: FeedContent): string | ReadableStream<Uint8Array> {
  const { urls, versions, count, next, select } = content;
  const reader = openValueReader();
  const tail =
    (count === undefined ? '' : `,"__count":"${count}"`) +
    (next === undefined ? '' : `,"__next":${JSON.stringify(next)}`);
  return inBatches(
    '{"d":{"results":[',
    versions,
    (version) => JSON.stringify(jsonEntry({ urls, select }, reader.values(version), blobUrl(urls, version))),
    ',',
    `]${tail}}}`,
  );
}

/** Absolute URL of the .nupkg. */
export function blobUrl(urls: FeedUrls, { owner, at }: CatalogueVersion): string {
  return urls.absolute(blobPath(owner.id, versionAt(owner, at)));
}

/** Of the first ones: a whole long feed would have to be read for a date that no client looks at. */
function newest(reader: ValueReader, versions: readonly CatalogueVersion[]): string {
  let latest = EMPTY_FEED_UPDATED_AT;
  for (const version of versions) {
    const created = `${reader.values(version).Created}Z`;
    if (created > latest) latest = created;
  }
  return latest;
}

function inBatches(
  head: string,
  versions: readonly CatalogueVersion[],
  write: (version: CatalogueVersion) => string,
  separator: string,
  tail: string,
): string | ReadableStream<Uint8Array> {
  const batch = (from: number) =>
    (from > 0 ? separator : '') +
    versions
      .slice(from, from + BATCH)
      .map(write)
      .join(separator);
  if (versions.length <= BATCH) return head + (versions.length === 0 ? '' : batch(0)) + tail;
  const encoder = new TextEncoder();
  let from = 0;
  return new ReadableStream({
    start: (controller) => controller.enqueue(encoder.encode(head)),
    pull: (controller) => {
      controller.enqueue(encoder.encode(batch(from)));
      from += BATCH;
      if (from < versions.length) return;
      controller.enqueue(encoder.encode(tail));
      controller.close();
    },
  });
}
