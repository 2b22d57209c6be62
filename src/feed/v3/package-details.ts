/**
 * What V3 says of one version: the properties that a registration's catalogEntry and its leaf share. They are
 * made once as JSON text and set into each document, since every version appears in four.
 */
import { absoluteHttpUrl } from '../../domain/absolute-url.ts';
import type { Gallery, PackageVersion } from '../../domain/gallery.ts';
import { isPrerelease } from '../../domain/nuget-version.ts';
import { packageKey } from '../../domain/package-id.ts';
import { summarizePackage } from '../../domain/package-summary.ts';
import type { Deprecation } from '../../domain/record.ts';
import { formatVersionRange } from '../../domain/version-range.ts';
import { v3Published } from '../published-times.ts';
import { blobPath, type FeedUrls, registrationPath } from '../urls.ts';

/** The members of a JSON object, without its braces, in code point order of their names. */
export type JsonMembers = string;

/** @param root  the registration that the dependencies link into: V3_REGISTRATION or V3_REGISTRATION_EXACT */
export function packageDetails(
  gallery: Gallery,
  urls: FeedUrls,
  item: PackageVersion,
  root: string,
): JsonMembers {
  const summary = summarizePackage(item.nupkg);
  const { nuspec } = item.nupkg;
  const details = {
    authors: summary.authors,
    copyright: summary.copyright ?? '',
    created: item.publishedAt,
    dependencyGroups: dependencyGroups(gallery, urls, item, root),
    deprecation: item.deprecation && deprecation(item.deprecation),
    description: summary.description,
    iconUrl: absoluteHttpUrl(summary.iconUrl) ?? '',
    id: item.id,
    isPrerelease: isPrerelease(item.version),
    language: nuspec.language ?? '',
    lastEdited: item.publishedAt,
    licenseUrl: absoluteHttpUrl(summary.licenseUrl) ?? '',
    listed: item.isListed,
    minClientVersion: nuspec.minClientVersion ?? '',
    packageContent: urls.absolute(blobPath(item.id, item.version)),
    packageHash: item.nupkg.sha512,
    packageHashAlgorithm: 'SHA512',
    packageSize: item.nupkg.sizeBytes,
    projectUrl: absoluteHttpUrl(summary.projectUrl) ?? '',
    published: v3Published(item),
    releaseNotes: summary.releaseNotes ?? '',
    requireLicenseAcceptance: summary.requireLicenseAcceptance,
    summary: nuspec.summary ?? '',
    tags: item.tags,
    title: nuspec.title ?? item.id,
    version: item.version.normalized,
  };
  return JSON.stringify(details).slice(1, -1);
}

/** PowerShell packages have no target frameworks: one group for all, or none. */
function dependencyGroups(
  gallery: Gallery,
  urls: FeedUrls,
  item: PackageVersion,
  root: string,
): readonly object[] {
  if (item.dependencies.length === 0) return [];
  const dependencies = item.dependencies.map(({ id, range }) => ({
    '@type': 'PackageDependency',
    id,
    range: formatVersionRange(range),
    ...(gallery.byKey.has(packageKey(id)) && {
      registration: urls.absolute(registrationPath(root, id)),
    }),
  }));
  return [{ '@type': 'PackageDependencyGroup', dependencies }];
}

function deprecation(value: Deprecation): object {
  return {
    '@type': 'deprecation',
    alternatePackage: value.replacement && {
      '@type': 'alternatePackage',
      id: value.replacement,
      range: value.replacementRange ?? '*',
    },
    message: value.message,
    reasons: value.reasons,
  };
}
