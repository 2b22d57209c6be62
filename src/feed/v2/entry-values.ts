/**
 * The properties of a package version as V2 names them, apart from how they are written: the static feed, the catalogue and
 * the gateway write the same values. A null number or boolean, and a null Description, crash PowerShellGet 2's provider.
 */
import { absoluteHttpUrl } from '../../domain/absolute-url.ts';
import type { Package, PackageVersion } from '../../domain/gallery.ts';
import { isPrerelease } from '../../domain/nuget-version.ts';
import { summarizePackage } from '../../domain/package-summary.ts';
import { formatVersionRange } from '../../domain/version-range.ts';
import { V2_UNLISTED, v2DateTime } from '../published-times.ts';
import { reportUrl } from '../report-url.ts';
import { type FeedUrls, versionPagePath } from '../urls.ts';
import type { V2PropertyName } from './properties.ts';

export type V2Value = string | number | boolean | null;

/** Every property, in the order in which entries have them. DateTimes are without zone: `2025-02-28T23:00:43.407`. */
export type V2EntryValues = Readonly<Record<V2PropertyName, V2Value>>;

export interface V2ValueContext {
  readonly urls: FeedUrls;
  /** `OWNER/NAME` of the gallery, where packages are reported; undefined when it has none. */
  readonly repository: string | undefined;
}

export function v2EntryValues(context: V2ValueContext, owner: Package, item: PackageVersion): V2EntryValues {
  const { nupkg, version } = item;
  const { nuspec } = nupkg;
  const summary = summarizePackage(nupkg);
  const manifest = nupkg.content.kind === 'module' ? nupkg.content.manifest : undefined;
  const published = v2DateTime(item.publishedAt);
  return {
    Id: item.id,
    Version: version.original,
    NormalizedVersion: version.normalized,
    Authors: orNull(summary.authors),
    Copyright: orNull(summary.copyright),
    Created: published,
    Dependencies: v2Dependencies(item),
    Description: summary.description,
    DownloadCount: 0,
    GalleryDetailsUrl: context.urls.absolute(versionPagePath(item.id, version)),
    IconUrl: orNull(absoluteHttpUrl(summary.iconUrl)),
    IsLatestVersion: item.isLatest,
    IsAbsoluteLatestVersion: item.isAbsoluteLatest,
    IsPrerelease: isPrerelease(version),
    Language: orNull(nuspec.language),
    LastUpdated: published,
    Published: item.isListed ? published : V2_UNLISTED,
    PackageHash: nupkg.sha512,
    PackageHashAlgorithm: 'SHA512',
    PackageSize: nupkg.sizeBytes,
    ProjectUrl: orNull(absoluteHttpUrl(summary.projectUrl)),
    ReportAbuseUrl: reportUrl(context.repository, context.urls, item.id),
    ReleaseNotes: orNull(summary.releaseNotes),
    RequireLicenseAcceptance: summary.requireLicenseAcceptance,
    Summary: orNull(nuspec.summary),
    Tags: item.tags.join(' '),
    Title: nuspec.title ?? item.id,
    VersionDownloadCount: 0,
    MinClientVersion: orNull(parseableVersion(nuspec.minClientVersion)),
    LastEdited: published,
    LicenseUrl: orNull(absoluteHttpUrl(summary.licenseUrl)),
    LicenseNames: null,
    LicenseReportUrl: null,
    ItemType: item.kind === 'module' ? 'Module' : 'Script',
    FileList: nupkg.files.map((file) => file.path.replaceAll('/', '\\')).join('|'),
    GUID: orNull(summary.guid),
    PowerShellVersion: orNull(summary.powerShellVersion),
    PowerShellHostVersion: orNull(manifest?.powerShellHostVersion),
    DotNetFrameworkVersion: orNull(manifest?.dotNetFrameworkVersion),
    CLRVersion: orNull(manifest?.clrVersion),
    ProcessorArchitecture: orNull(manifest?.processorArchitecture),
    CompanyName: orNull(summary.companyName),
    Owners: owner.owners.join(', '),
  };
}

function orNull(text: string | undefined): string | null {
  return text === undefined || text === '' ? null : text;
}

/** `Az.Profile:[0.1.0, ):|Az.Aks:[0.1.0, ):`: id, range, and the target framework that PowerShell packages lack. */
function v2Dependencies(item: PackageVersion): string {
  return item.dependencies
    .map((dependency) => `${dependency.id}:${formatVersionRange(dependency.range)}:`)
    .join('|');
}

/** The provider parses MinClientVersion as a System.Version and crashes on anything else. */
function parseableVersion(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{1,9}(?:\.\d{1,9}){1,3}$/.test(text) ? text : undefined;
}
