/**
 * Every address that the feed serves, in one place: relative paths for files, absolute URLs for documents. The
 * site URL may carry a base path (`https://host/gallery/`), since a project site lives under one.
 */
import type { NuGetVersion } from '../domain/nuget-version.ts';
import { versionKey } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';

export interface FeedUrls {
  /** Ends in `/`. */
  readonly site: string;
  /** Absolute URL of a path in dist/; ids and versions hold nothing that must be percent-encoded. */
  readonly absolute: (path: string) => string;
}

export function feedUrls(siteUrl: string): FeedUrls {
  const site = siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`;
  return { site, absolute: (path) => site + path };
}

/** As PSResourceGet must be given it: it takes an address for V2 only when it ends in `/v2`. */
export const V2_SOURCE = 'api/v2';
export const V2_ROOT = `${V2_SOURCE}/`;
/** Where a gateway takes packages. */
export const V2_PUSH = `${V2_SOURCE}/package`;
export const V2_SCRIPT_ROOT = `${V2_SOURCE}/items/psscript/`;
export const V3_INDEX = 'v3/index.json';
export const V3_FLAT_CONTAINER = 'v3/flatcontainer/';
/** Ordinary registrations, for NuGet's own clients. */
export const V3_REGISTRATION = 'v3/registration/';
/** Registrations whose order makes PSResourceGet install exactly the version it was asked for. */
export const V3_REGISTRATION_EXACT = 'v3/registration-exact/';
export const V3_SEARCH = 'v3/search.json';
export const V3_AUTOCOMPLETE = 'v3/autocomplete.json';
export const API_PACKAGES = 'api/packages.json';
export const API_VERSIONS = 'api/versions.json';
/** Two lines a package; what a gateway loads. */
export const API_CATALOGUE = 'api/catalogue.jsonl';
/** In the root, since the paths in it are below the folder in which `sha512sum` is run. */
export const CHECKSUMS = 'SHA512SUMS';

export function flatContainerIndexPath(id: string): string {
  return `${V3_FLAT_CONTAINER}${packageKey(id)}/index.json`;
}

export function blobPath(id: string, version: NuGetVersion): string {
  return `${versionFolder(id, version)}${packageKey(id)}.${versionKey(version)}.nupkg`;
}

/**
 * Another spelling of the URL of a blob, in which the version shows only where it is a folder: elsewhere the dots
 * are percent-encoded, which hosts and HTTP clients undo.
 */
export function blobUrlWithOneVersion(urls: FeedUrls, id: string, version: NuGetVersion): string {
  const { origin, pathname } = new URL(urls.site);
  const key = packageKey(id);
  const text = versionKey(version);
  const folder = withoutDots(`${pathname}${V3_FLAT_CONTAINER}${key}`);
  return `${origin}${folder}/${text}/${withoutDots(`${key}.${text}`)}.nupkg`;
}

function withoutDots(path: string): string {
  return path.replaceAll('.', '%2E');
}

export function nuspecPath(id: string, version: NuGetVersion): string {
  return `${versionFolder(id, version)}${packageKey(id)}.nuspec`;
}

export function readmePath(id: string, version: NuGetVersion): string {
  return `${versionFolder(id, version)}readme`;
}

export function registrationPath(root: string, id: string): string {
  return `${root}${packageKey(id)}/index.json`;
}

export function registrationLeafPath(root: string, id: string, version: NuGetVersion): string {
  return `${root}${packageKey(id)}/${versionKey(version)}.json`;
}

export function registrationPagePath(
  root: string,
  id: string,
  lower: NuGetVersion,
  upper: NuGetVersion,
): string {
  return `${root}${packageKey(id)}/page/${versionKey(lower)}/${versionKey(upper)}.json`;
}

export function apiPackagePath(id: string): string {
  return `api/packages/${packageKey(id)}.json`;
}

/** The page of a package on the site. */
export function packagePagePath(id: string): string {
  return `packages/${id}/`;
}

export function versionPagePath(id: string, version: NuGetVersion): string {
  return `packages/${id}/${version.normalized}/`;
}

/** The V2 address of one version, as clients spell it: the quotes are not encoded. */
export function v2EntryPath(id: string, version: string, root: string = V2_ROOT): string {
  return `${root}Packages(Id='${id}',Version='${version}')`;
}

function versionFolder(id: string, version: NuGetVersion): string {
  return `${V3_FLAT_CONTAINER}${packageKey(id)}/${versionKey(version)}/`;
}
