/**
 * The index after reading and joining: one immutable value, and every output is a function of it. A package
 * version is an archive and what the record says of it; a package is all versions of one id.
 */
import type { GallerySettings } from './gallery-settings.ts';
import type { NuGetVersion } from './nuget-version.ts';
import type { Nupkg, PackageKind } from './nupkg.ts';
import type { PackageId, PackageKey } from './package-id.ts';
import type { Deprecation, Proof, RemovedVersionRecord } from './record.ts';
import type { VersionRange } from './version-range.ts';

export interface PackageDependency {
  readonly id: string;
  readonly range: VersionRange;
}

export interface PackageVersion {
  readonly id: PackageId;
  readonly version: NuGetVersion;
  readonly kind: PackageKind;
  readonly nupkg: Nupkg;
  /** File name under packages-index/blobs. */
  readonly blobName: string;
  /** The author's own tags and those that the clients search by, without repeats. */
  readonly tags: readonly string[];
  readonly dependencies: readonly PackageDependency[];
  /** ISO 8601, UTC, with milliseconds: `2026-01-31T09:30:00.000Z`. */
  readonly publishedAt: string;
  readonly publisher: string;
  readonly proof: Proof | undefined;
  readonly isListed: boolean;
  /** The highest listed stable version of its id. */
  readonly isLatest: boolean;
  /** The highest listed version of its id, prereleases included. */
  readonly isAbsoluteLatest: boolean;
  readonly deprecation: Deprecation | undefined;
}

export interface Package {
  readonly id: PackageId;
  readonly key: PackageKey;
  readonly kind: PackageKind;
  readonly owners: readonly string[];
  readonly categories: readonly string[];
  /** Ascending in NuGet's order; at least one. */
  readonly versions: readonly PackageVersion[];
  /** Undefined when no stable version is listed. */
  readonly latest: PackageVersion | undefined;
  /** Undefined when no version is listed. */
  readonly absoluteLatest: PackageVersion | undefined;
  readonly deprecation: Deprecation | undefined;
  readonly removed: readonly RemovedVersionRecord[];
  /** Ids whose shown version depends on this package, in code point order. */
  readonly dependents: readonly PackageId[];
}

/** A version that was taken away for good. */
export interface RemovedPackageVersion extends RemovedVersionRecord {
  readonly id: string;
}

export interface Gallery {
  readonly settings: GallerySettings;
  /** In code point order of their keys. */
  readonly packages: readonly Package[];
  /** All there are, those of packages that have no version left too; in code point order of the keys of their ids. */
  readonly removed: readonly RemovedPackageVersion[];
  readonly byKey: ReadonlyMap<PackageKey, Package>;
}

/**
 * The version that stands for a package: the latest stable one, else the latest prerelease, else the highest
 * there is, so that the page of an unlisted package still works.
 */
export function shownVersion(item: Package): PackageVersion {
  const shown = item.latest ?? item.absoluteLatest ?? item.versions.at(-1);
  if (!shown) throw new Error(`${item.id} has no versions`);
  return shown;
}

/** A package without a listed version shows in no list and no search. */
export function isPackageListed(item: Package): boolean {
  return item.absoluteLatest !== undefined;
}
