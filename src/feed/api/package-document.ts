/** api/packages/<id>.json: everything the gallery knows of one package, for programs that speak no NuGet. */
import { absoluteHttpUrl } from '../../domain/absolute-url.ts';
import type { Package, PackageVersion } from '../../domain/gallery.ts';
import { isPrerelease } from '../../domain/nuget-version.ts';
import type { TextFile } from '../../domain/output-file.ts';
import { packageCommands } from '../../domain/package-commands.ts';
import { summarizePackage } from '../../domain/package-summary.ts';
import { formatVersionRange } from '../../domain/version-range.ts';
import { apiPackagePath, blobPath, type FeedUrls, versionPagePath } from '../urls.ts';

export function renderApiPackage(urls: FeedUrls, owner: Package): TextFile {
  const document = {
    id: owner.id,
    kind: owner.kind,
    owners: owner.owners,
    categories: owner.categories,
    latest: owner.latest?.version.normalized ?? null,
    latestPrerelease: owner.absoluteLatest?.isLatest
      ? null
      : (owner.absoluteLatest?.version.normalized ?? null),
    deprecation: owner.deprecation ?? null,
    dependents: owner.dependents,
    versions: owner.versions.toReversed().map((item) => version(urls, item)),
    removed: owner.removed.map(({ version, removed, reason }) => ({ version, removed, reason })),
  };
  return { kind: 'text', path: apiPackagePath(owner.id), text: `${JSON.stringify(document)}\n` };
}

function version(urls: FeedUrls, item: PackageVersion): object {
  const summary = summarizePackage(item.nupkg);
  return {
    version: item.version.original,
    normalizedVersion: item.version.normalized,
    isListed: item.isListed,
    isPrerelease: isPrerelease(item.version),
    publishedAt: item.publishedAt,
    publisher: item.publisher,
    deprecation: item.deprecation ?? null,
    page: urls.absolute(versionPagePath(item.id, item.version)),
    download: urls.absolute(blobPath(item.id, item.version)),
    sha512: item.nupkg.sha512,
    sizeBytes: item.nupkg.sizeBytes,
    description: summary.description,
    authors: summary.authors,
    companyName: summary.companyName ?? null,
    copyright: summary.copyright ?? null,
    guid: summary.guid ?? null,
    licenseUrl: absoluteHttpUrl(summary.licenseUrl) ?? null,
    projectUrl: absoluteHttpUrl(summary.projectUrl) ?? null,
    releaseNotes: summary.releaseNotes ?? null,
    powerShellVersion: summary.powerShellVersion ?? null,
    compatiblePSEditions: summary.compatiblePSEditions,
    tags: item.tags,
    commands: packageCommands(item.nupkg),
    dependencies: item.dependencies.map(({ id, range }) => ({
      id,
      range: formatVersionRange(range),
    })),
    files: item.nupkg.files,
  };
}
