/**
 * v3/index.json: which resource stands where. The resource versions decide which client takes which: NuGet
 * takes RegistrationsBaseUrl/Versioned first, PSResourceGet and PowerShellGet 2 know only 3.6.0 and below.
 */
import type { Gallery } from '../../domain/gallery.ts';
import type { TextFile } from '../../domain/output-file.ts';
import {
  type FeedUrls,
  V2_ROOT,
  V3_AUTOCOMPLETE,
  V3_FLAT_CONTAINER,
  V3_INDEX,
  V3_REGISTRATION,
  V3_REGISTRATION_EXACT,
  V3_SEARCH,
} from '../urls.ts';

interface Resource {
  readonly '@id': string;
  readonly '@type': string;
  readonly comment?: string;
  readonly clientVersion?: string;
}

export function renderServiceIndex(gallery: Gallery, urls: FeedUrls): TextFile {
  const at = (path: string, type: string, versions: readonly string[]): readonly Resource[] =>
    versions.map((version) => ({
      '@id': urls.absolute(path),
      '@type': version === '' ? type : `${type}/${version}`,
    }));
  const resources: readonly Resource[] = [
    ...at(V3_FLAT_CONTAINER, 'PackageBaseAddress', ['3.0.0']),
    {
      '@id': urls.absolute(V3_REGISTRATION),
      '@type': 'RegistrationsBaseUrl/Versioned',
      clientVersion: '4.3.0-alpha',
    },
    ...at(V3_REGISTRATION_EXACT, 'RegistrationsBaseUrl', ['3.6.0', '3.4.0', '3.0.0-rc', '3.0.0-beta', '']),
    // dotnet looks for 3.0.0-beta and up, and says that there is no search service when only older types are offered.
    ...at(V3_SEARCH, 'SearchQueryService', ['3.5.0', '3.4.0', '3.0.0-rc', '3.0.0-beta', '']),
    ...at(V3_AUTOCOMPLETE, 'SearchAutocompleteService', ['3.5.0', '3.0.0-rc', '3.0.0-beta', '']),
    // `nuget list` asks the V2 feed behind a V3 one.
    ...at(V2_ROOT, 'LegacyGallery', ['2.0.0']),
    ...at('packages/{id}/{version}/', 'PackageDetailsUriTemplate', ['5.1.0']),
    ...at(`${V3_FLAT_CONTAINER}{lower_id}/{lower_version}/readme`, 'ReadmeUriTemplate', ['6.13.0']),
    ...reportTemplates(gallery, urls),
  ];
  const text = `${JSON.stringify({ version: '3.0.0', resources }, undefined, 2)}\n`;
  return { kind: 'text', path: V3_INDEX, text };
}

function reportTemplates(gallery: Gallery, urls: FeedUrls): readonly Resource[] {
  const { repository } = gallery.settings;
  const template =
    repository === undefined
      ? urls.absolute('packages/{id}/{version}/')
      : `https://github.com/${repository}/issues/new?template=report.yml&title=Report%3A%20{id}%20{version}&package-id={id}&versions={version}`;
  return ['3.0.0-rc', '3.0.0-beta'].map((version) => ({
    '@id': template,
    '@type': `ReportAbuseUriTemplate/${version}`,
  }));
}
