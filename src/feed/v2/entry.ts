/**
 * One package version as a V2 Atom entry, with the properties of the PowerShell Gallery in its order. A null
 * number or boolean, and an empty Description, crash PowerShellGet 2's provider: they are always written.
 */
import { absoluteHttpUrl } from '../../domain/absolute-url.ts';
import type { Gallery, Package, PackageVersion } from '../../domain/gallery.ts';
import { isPrerelease } from '../../domain/nuget-version.ts';
import { type PackageSummary, summarizePackage } from '../../domain/package-summary.ts';
import { formatVersionRange } from '../../domain/version-range.ts';
import { V2_UNLISTED, v2DateTime } from '../published-times.ts';
import { reportUrl } from '../report-url.ts';
import { blobPath, type FeedUrls, v2EntryPath, versionPagePath } from '../urls.ts';
import type { V2Prefixes } from './namespaces.ts';
import { escapeXml } from './xml-text.ts';

export interface V2Context {
  readonly gallery: Gallery;
  readonly urls: FeedUrls;
  readonly prefixes: V2Prefixes;
}

/** @param attributes  of the entry element: namespace declarations when it stands alone, else '' */
export function renderV2Entry(
  context: V2Context,
  owner: Package,
  item: PackageVersion,
  attributes = '',
): string {
  const { urls, prefixes } = context;
  const summary = summarizePackage(item.nupkg);
  const a = prefixes.atom;
  const id = escapeXml(urls.absolute(v2EntryPath(item.id, item.version.original)));
  const relative = escapeXml(v2EntryPath(item.id, item.version.original, ''));
  const source = escapeXml(urls.absolute(blobPath(item.id, item.version)));
  return (
    `<${a}entry${attributes === '' ? '' : ` ${attributes}`}>` +
    `<${a}id>${id}</${a}id>` +
    `<${a}category term="NuGetGallery.OData.V2FeedPackage" scheme="http://schemas.microsoft.com/ado/2007/08/dataservices/scheme"/>` +
    `<${a}link rel="edit" href="${relative}"/><${a}link rel="self" href="${id}"/>` +
    `<${a}title type="text">${item.id}</${a}title>` +
    `<${a}updated>${item.publishedAt}</${a}updated>` +
    `<${a}author><${a}name>${escapeXml(summary.authors)}</${a}name></${a}author>` +
    `<${a}content type="application/zip" src="${source}"/>` +
    properties(context, owner, item, summary) +
    `</${a}entry>`
  );
}

function properties(
  { gallery, urls, prefixes }: V2Context,
  owner: Package,
  item: PackageVersion,
  summary: PackageSummary,
): string {
  const d = prefixes.data;
  const m = prefixes.metadata;
  const text = (name: string, value: string | undefined) =>
    value === undefined || value === ''
      ? `<${d}${name} ${m}null="true"/>`
      : `<${d}${name}>${escapeXml(value)}</${d}${name}>`;
  const filled = (name: string, value: string) => `<${d}${name}>${escapeXml(value)}</${d}${name}>`;
  const typed = (name: string, type: string, value: string | number | boolean) =>
    `<${d}${name} ${m}type="Edm.${type}">${value}</${d}${name}>`;
  const { nupkg, version } = item;
  const { nuspec } = nupkg;
  const manifest = nupkg.content.kind === 'module' ? nupkg.content.manifest : undefined;
  const published = v2DateTime(item.publishedAt);
  return (
    `<${m}properties>` +
    filled('Id', item.id) +
    filled('Version', version.original) +
    filled('NormalizedVersion', version.normalized) +
    text('Authors', summary.authors) +
    text('Copyright', summary.copyright) +
    typed('Created', 'DateTime', published) +
    filled('Dependencies', v2Dependencies(item)) +
    filled('Description', summary.description) +
    typed('DownloadCount', 'Int32', 0) +
    filled('GalleryDetailsUrl', urls.absolute(versionPagePath(item.id, version))) +
    text('IconUrl', absoluteHttpUrl(summary.iconUrl)) +
    typed('IsLatestVersion', 'Boolean', item.isLatest) +
    typed('IsAbsoluteLatestVersion', 'Boolean', item.isAbsoluteLatest) +
    typed('IsPrerelease', 'Boolean', isPrerelease(version)) +
    text('Language', nuspec.language) +
    typed('LastUpdated', 'DateTime', published) +
    typed('Published', 'DateTime', item.isListed ? published : V2_UNLISTED) +
    filled('PackageHash', nupkg.sha512) +
    filled('PackageHashAlgorithm', 'SHA512') +
    typed('PackageSize', 'Int64', nupkg.sizeBytes) +
    text('ProjectUrl', absoluteHttpUrl(summary.projectUrl)) +
    text('ReportAbuseUrl', reportUrl(gallery, urls, item.id)) +
    text('ReleaseNotes', summary.releaseNotes) +
    typed('RequireLicenseAcceptance', 'Boolean', summary.requireLicenseAcceptance) +
    text('Summary', nuspec.summary) +
    filled('Tags', item.tags.join(' ')) +
    filled('Title', nuspec.title ?? item.id) +
    typed('VersionDownloadCount', 'Int32', 0) +
    text('MinClientVersion', parseableVersion(nuspec.minClientVersion)) +
    typed('LastEdited', 'DateTime', published) +
    text('LicenseUrl', absoluteHttpUrl(summary.licenseUrl)) +
    text('LicenseNames', undefined) +
    text('LicenseReportUrl', undefined) +
    filled('ItemType', item.kind === 'module' ? 'Module' : 'Script') +
    filled('FileList', nupkg.files.map((file) => file.path.replaceAll('/', '\\')).join('|')) +
    text('GUID', summary.guid) +
    text('PowerShellVersion', summary.powerShellVersion) +
    text('PowerShellHostVersion', manifest?.powerShellHostVersion) +
    text('DotNetFrameworkVersion', manifest?.dotNetFrameworkVersion) +
    text('CLRVersion', manifest?.clrVersion) +
    text('ProcessorArchitecture', manifest?.processorArchitecture) +
    text('CompanyName', summary.companyName) +
    filled('Owners', owner.owners.join(', ')) +
    `</${m}properties>`
  );
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
