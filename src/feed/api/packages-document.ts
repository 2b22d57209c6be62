/** api/packages.json: every listed package in a few words, for programs that want to look over the whole gallery. */
import { type Gallery, isPackageListed, type Package, shownVersion } from '../../domain/gallery.ts';
import type { TextFile } from '../../domain/output-file.ts';
import { summarizePackage } from '../../domain/package-summary.ts';
import { API_PACKAGES, apiPackagePath, type FeedUrls, packagePagePath } from '../urls.ts';

export function renderApiPackages(gallery: Gallery, urls: FeedUrls): TextFile {
  const { title, description } = gallery.settings;
  const packages = gallery.packages.filter(isPackageListed).map((owner) => entry(urls, owner));
  return {
    kind: 'text',
    path: API_PACKAGES,
    text: `${JSON.stringify({ title, description, site: urls.site }).slice(0, -1)},"packages":[\n${packages.join(',\n')}\n]}\n`,
  };
}

function entry(urls: FeedUrls, owner: Package): string {
  const item = shownVersion(owner);
  const summary = summarizePackage(item.nupkg);
  return JSON.stringify({
    id: owner.id,
    kind: owner.kind,
    version: item.version.original,
    latestPrerelease: owner.absoluteLatest?.isLatest ? null : owner.absoluteLatest?.version.original,
    description: summary.description,
    owners: owner.owners,
    categories: owner.categories,
    publishedAt: item.publishedAt,
    powerShellVersion: summary.powerShellVersion ?? null,
    isDeprecated: (owner.deprecation ?? item.deprecation) !== undefined,
    page: urls.absolute(packagePagePath(owner.id)),
    details: urls.absolute(apiPackagePath(owner.id)),
  });
}
