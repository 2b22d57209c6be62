/** Every address of the site, with the base path under which it is served. Feed addresses come from feed/urls.ts. */
import { type NuGetVersion, versionKey } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import { blobPath, packagePagePath, V2_ROOT, V3_INDEX, versionPagePath } from '../feed/urls.ts';

export interface SiteRoutes {
  readonly home: string;
  readonly packages: string;
  readonly packagesPage: (number: number) => string;
  readonly package: (id: string) => string;
  readonly version: (id: string, version: NuGetVersion) => string;
  /** The icon of a version, when it has one. */
  readonly icon: (id: string, version: NuGetVersion) => string;
  readonly download: (id: string, version: NuGetVersion) => string;
  readonly pagefind: string;
  /** Absolute: what clients register. */
  readonly v2Url: string;
  readonly v3Url: string;
}

/** @param siteUrl  absolute, with a trailing slash */
export function siteRoutes(siteUrl: string): SiteRoutes {
  const base = new URL(siteUrl).pathname;
  return {
    home: base,
    packages: `${base}packages/`,
    packagesPage: (number) => (number === 1 ? `${base}packages/` : `${base}packages/page/${number}/`),
    package: (id) => base + packagePagePath(id),
    version: (id, version) => base + versionPagePath(id, version),
    icon: (id, version) => base + iconImagePath(id, version),
    download: (id, version) => base + blobPath(id, version),
    pagefind: `${base}pagefind/`,
    v2Url: siteUrl + V2_ROOT,
    v3Url: siteUrl + V3_INDEX,
  };
}

/** Relative to the site. */
export function iconImagePath(id: string, version: NuGetVersion): string {
  return `icons/${packageKey(id)}/${versionKey(version)}.png`;
}
