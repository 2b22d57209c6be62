/**
 * api/versions.json: every version and every removal, for whoever compares two builds or checks a mirror. One line a
 * version, so that a difference of two builds can be read.
 */
import type { Gallery, PackageVersion } from '../../domain/gallery.ts';
import type { ListingFile } from '../../domain/output-file.ts';
import {
  type ListedVersion,
  type RemovedVersion,
  VERSION_LIST_KIND,
  VERSION_LIST_SCHEMA,
} from '../../domain/version-list.ts';
import { API_VERSIONS, blobPath, type FeedUrls } from '../urls.ts';

export function renderApiVersions(gallery: Gallery, urls: FeedUrls): ListingFile {
  const head = { kind: VERSION_LIST_KIND, schema: VERSION_LIST_SCHEMA, site: urls.site };
  const parts = [`${JSON.stringify(head).slice(0, -1)},"versions":[`];
  let separator = '\n';
  const add = (row: ListedVersion | RemovedVersion) => {
    parts.push(separator + JSON.stringify(row));
    separator = ',\n';
  };
  for (const { versions } of gallery.packages) for (const item of versions) add(listed(item));
  parts.push('\n],"removed":[');
  separator = '\n';
  for (const { id, version, sha512, removed, reason } of gallery.removed)
    add({ id, version, sha512, removed, reason });
  parts.push('\n]}\n');
  return { kind: 'listing', path: API_VERSIONS, parts };
}

function listed({ id, kind, version, nupkg, publishedAt, isListed }: PackageVersion): ListedVersion {
  return {
    id,
    kind,
    version: version.original,
    sha512: nupkg.sha512,
    sizeBytes: nupkg.sizeBytes,
    published: publishedAt,
    isListed,
    path: blobPath(id, version),
  };
}
