/** The properties of a version, whole again: what the catalogue keeps once for a package, and what follows from the rest. */
import { isPrerelease, type NuGetVersion, parseNuGetVersion } from '../../domain/nuget-version.ts';
import type { VersionDetails } from '../../feed/api/catalogue-format.ts';
import { V2_UNLISTED } from '../../feed/published-times.ts';
import { reportUrl } from '../../feed/report-url.ts';
import { versionPagePath } from '../../feed/urls.ts';
import type { V2EntryValues, V2ValueContext } from '../../feed/v2/entry-values.ts';
import type { CataloguePackage } from './catalogue.ts';

export function completeValues(
  { urls, repository }: V2ValueContext,
  owner: CataloguePackage,
  at: number,
  details: VersionDetails,
): V2EntryValues {
  const version = versionAt(owner, at);
  const { Created: created } = details;
  return {
    Id: owner.id,
    Version: version.original,
    NormalizedVersion: version.normalized,
    DownloadCount: 0,
    GalleryDetailsUrl: urls.absolute(versionPagePath(owner.id, version)),
    IsLatestVersion: at === owner.latest,
    IsAbsoluteLatestVersion: at === owner.absoluteLatest,
    IsPrerelease: isPrerelease(version),
    LastUpdated: created,
    Published: owner.isListed(at) ? created : V2_UNLISTED,
    PackageHashAlgorithm: 'SHA512',
    ReportAbuseUrl: reportUrl(repository, urls, owner.id),
    Tags: owner.tags(at),
    VersionDownloadCount: 0,
    LastEdited: created,
    LicenseNames: null,
    LicenseReportUrl: null,
    ItemType: owner.kind === 'module' ? 'Module' : 'Script',
    Owners: owner.owners.join(', '),
    ...details,
  };
}

export function versionAt({ versions }: CataloguePackage, at: number): NuGetVersion {
  const version = parseNuGetVersion(versions[at] ?? '');
  if (!version.ok) throw new Error(`the catalogue holds ${versions[at]}, which is no version`);
  return version.value;
}
