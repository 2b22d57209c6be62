/**
 * Which versions of a package PowerShellGet 2's NuGet provider keeps of those that a feed gives it, as read in its source
 * (OneGet/NuGetProvider 6c486d0): all of this is done at the client.
 */
import {
  compareNuGetVersions,
  isPrerelease,
  type NuGetVersion,
  parseNuGetVersion,
} from '../../src/domain/nuget-version.ts';
import { satisfiesRange, type VersionRange } from '../../src/domain/version-range.ts';
import type { ProviderPackage } from './provider-feed.ts';

export interface VersionWish {
  readonly requiredVersion?: string;
  readonly minimumVersion?: string;
  readonly maximumVersion?: string;
  readonly allVersions?: boolean;
  readonly allowPrerelease?: boolean;
}

/** @param named  every version of one package that the feed gave, unlisted ones too */
export function chooseVersions(
  named: readonly ProviderPackage[],
  wish: VersionWish,
  isDependency = false,
): readonly ProviderPackage[] {
  const { requiredVersion, minimumVersion, maximumVersion, allVersions, allowPrerelease } = wish;
  const isExact =
    requiredVersion !== undefined || (minimumVersion !== undefined && minimumVersion === maximumVersion);
  const listed = named.filter((item) => !item.isUnlisted);
  const shown = isExact || (listed.length === 0 && isDependency) ? named : listed;
  if (requiredVersion !== undefined) return shown.filter(({ version }) => isSame(version, requiredVersion));
  if (allVersions) return shown.toSorted((a, b) => compareNuGetVersions(b.version, a.version));
  if (minimumVersion === undefined && maximumVersion === undefined) {
    if (!allowPrerelease) return shown.filter(({ isLatestVersion }) => isLatestVersion);
    return shown.toSorted((a, b) => compareNuGetVersions(b.version, a.version)).slice(0, 1);
  }
  return shown.filter(
    ({ version }) =>
      (isExact || allowPrerelease || !isPrerelease(version)) &&
      (minimumVersion === undefined || compareNuGetVersions(version, parsedVersion(minimumVersion)) >= 0) &&
      (maximumVersion === undefined || compareNuGetVersions(version, parsedVersion(maximumVersion)) <= 0),
  );
}

/** The bounds of a range as parameters, which is how a dependency is asked for. */
export function wishForRange({ min, max }: VersionRange): VersionWish {
  return {
    ...(min && { minimumVersion: min.normalized }),
    ...(max && { maximumVersion: max.normalized }),
  };
}

export function highestInRange(
  items: readonly ProviderPackage[],
  range: VersionRange,
): ProviderPackage | undefined {
  return items
    .filter(({ version }) => satisfiesRange(version, range))
    .toSorted((a, b) => compareNuGetVersions(b.version, a.version))[0];
}

export function parsedVersion(text: string): NuGetVersion {
  const version = parseNuGetVersion(text);
  if (!version.ok) throw new Error(`${text} is not a version`);
  return version.value;
}

/** The provider compares texts: the version as wished, and with one zero part more or less. */
function isSame(version: NuGetVersion, wished: string): boolean {
  return compareNuGetVersions(version, parsedVersion(wished)) === 0;
}
