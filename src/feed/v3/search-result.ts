/** One package as V3 search tells of it, on a static host and by a gateway. */
import type { NuGetVersion } from '../../domain/nuget-version.ts';
import { type FeedUrls, registrationLeafPath, registrationPath, V3_REGISTRATION } from '../urls.ts';

export interface SearchResultParts {
  readonly id: string;
  readonly version: NuGetVersion;
  readonly description: string;
  readonly summary: string | undefined;
  readonly title: string;
  readonly iconUrl: string | undefined;
  readonly licenseUrl: string | undefined;
  readonly projectUrl: string | undefined;
  readonly tags: readonly string[];
  readonly authors: string;
  readonly owners: readonly string[];
  /** Those that the searcher may see, ascending. */
  readonly versions: readonly NuGetVersion[];
}

export function renderSearchResult(urls: FeedUrls, parts: SearchResultParts): string {
  const registration = urls.absolute(registrationPath(V3_REGISTRATION, parts.id));
  return JSON.stringify({
    '@id': registration,
    '@type': 'Package',
    registration,
    id: parts.id,
    version: parts.version.normalized,
    description: parts.description,
    summary: parts.summary ?? '',
    title: parts.title,
    iconUrl: parts.iconUrl,
    licenseUrl: parts.licenseUrl,
    projectUrl: parts.projectUrl,
    tags: parts.tags,
    authors: [parts.authors],
    owners: parts.owners,
    verified: false,
    packageTypes: [{ name: 'Dependency' }],
    versions: parts.versions.map((version) => ({
      '@id': urls.absolute(registrationLeafPath(V3_REGISTRATION, parts.id, version)),
      version: version.normalized,
      downloads: 0,
    })),
  });
}
