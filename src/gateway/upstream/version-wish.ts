/** Which version of a package a request needs, as far as that shows in it, and which of those elsewhere answers it. */
import {
  compareNuGetVersions,
  isPrerelease,
  type NuGetVersion,
  parseNuGetVersion,
  versionKey,
} from '../../domain/nuget-version.ts';
import {
  ANY_VERSION,
  formatVersionRange,
  satisfiesRange,
  type VersionRange,
} from '../../domain/version-range.ts';

export type VersionWish =
  | { readonly kind: 'exactly'; readonly version: NuGetVersion }
  /** The highest stable one. */
  | { readonly kind: 'highest'; readonly range: VersionRange };

export const ANY_STABLE: VersionWish = { kind: 'highest', range: ANY_VERSION };

/** More is asked for by no client. */
const MAX_FILTER_LENGTH = 2_000;
const COMPARISON = /\b(?:Normalized)?Version (eq|ge|gt|le|lt) '([^']{1,64})'/gi;

/**
 * Reads the comparisons of versions that PSResourceGet writes, all joined by `and`. What is written otherwise is no wish: then
 * any version will do, and the client filters what it gets.
 * @param filter  the decoded `$filter` of a V2 query
 */
export function wishOfFilter(filter: string): VersionWish {
  if (filter.length > MAX_FILTER_LENGTH || /\b(?:or|not)\b/i.test(filter)) return ANY_STABLE;
  let range = ANY_VERSION;
  for (const [, operator = '', text = ''] of filter.matchAll(COMPARISON)) {
    const parsed = parseNuGetVersion(text);
    if (!parsed.ok) return ANY_STABLE;
    const version = parsed.value;
    switch (operator.toLowerCase()) {
      case 'eq':
        return { kind: 'exactly', version };
      case 'ge':
      case 'gt':
        range = { ...range, min: version, isMinIncluded: operator.toLowerCase() === 'ge' };
        break;
      default:
        range = { ...range, max: version, isMaxIncluded: operator.toLowerCase() === 'le' };
    }
  }
  return { kind: 'highest', range };
}

/** The highest that the wish allows; undefined when there is none. */
export function chooseVersion(
  versions: readonly NuGetVersion[],
  wish: VersionWish,
): NuGetVersion | undefined {
  const fitting = versions.filter((version) =>
    wish.kind === 'exactly'
      ? compareNuGetVersions(version, wish.version) === 0
      : !isPrerelease(version) && satisfiesRange(version, wish.range),
  );
  return fitting.toSorted(compareNuGetVersions).at(-1);
}

/** Two wishes with the same text are the same wish. */
export function formatWish(wish: VersionWish): string {
  return wish.kind === 'exactly' ? versionKey(wish.version) : formatVersionRange(wish.range);
}
