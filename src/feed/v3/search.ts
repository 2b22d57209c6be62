/**
 * V3 search and autocomplete as files. A static host ignores the query, so both answer with everything that a
 * search without words would find: every id with a listed stable version.
 */
import { absoluteHttpUrl } from '../../domain/absolute-url.ts';
import type { Gallery, Package, PackageVersion } from '../../domain/gallery.ts';
import type { TextFile } from '../../domain/output-file.ts';
import { summarizePackage } from '../../domain/package-summary.ts';
import { type FeedUrls, V3_AUTOCOMPLETE, V3_SEARCH } from '../urls.ts';
import { renderSearchResult } from './search-result.ts';

export function renderSearch(gallery: Gallery, urls: FeedUrls): readonly TextFile[] {
  const found = gallery.packages.flatMap((owner) => (owner.latest ? [{ owner, item: owner.latest }] : []));
  const data = found.map(({ owner, item }) => searchResult(urls, owner, item));
  const ids = found.map(({ owner }) => owner.id);
  return [
    {
      kind: 'text',
      path: V3_SEARCH,
      text: `{"totalHits":${data.length},"data":[${data.join(',\n')}]}\n`,
    },
    {
      kind: 'text',
      path: V3_AUTOCOMPLETE,
      text: `${JSON.stringify({ totalHits: ids.length, data: ids })}\n`,
    },
  ];
}

function searchResult(urls: FeedUrls, owner: Package, item: PackageVersion): string {
  const summary = summarizePackage(item.nupkg);
  const { nuspec } = item.nupkg;
  return renderSearchResult(urls, {
    id: owner.id,
    version: item.version,
    description: summary.description,
    summary: nuspec.summary,
    title: nuspec.title ?? owner.id,
    iconUrl: absoluteHttpUrl(summary.iconUrl),
    licenseUrl: absoluteHttpUrl(summary.licenseUrl),
    projectUrl: absoluteHttpUrl(summary.projectUrl),
    tags: item.tags,
    authors: summary.authors,
    owners: owner.owners,
    versions: owner.versions.filter((other) => other.isListed).map(({ version }) => version),
  });
}
