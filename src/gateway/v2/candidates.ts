/** The versions among which a V2 operation chooses, before its filter: in the order of ids, then of versions. */
import {
  compareNuGetVersions,
  isPrerelease,
  type NuGetVersion,
  parseNuGetVersion,
} from '../../domain/nuget-version.ts';
import { parseVersionRange, satisfiesRange } from '../../domain/version-range.ts';
import type { Catalogue, CataloguePackage, CatalogueVersion } from '../catalogue/catalogue.ts';
import { versionAt } from '../catalogue/complete-values.ts';

export interface CandidateWish {
  /** Only these; undefined for all. In lower case. */
  readonly ids?: readonly string[] | undefined;
  /** In lower case. */
  readonly idPrefix?: string | undefined;
  readonly isScriptsOnly: boolean;
  readonly isListedOnly: boolean;
  readonly isStableOnly: boolean;
  /** Only the latest of each package: it saves looking at the others. */
  readonly only?: 'latest' | 'absolute-latest' | undefined;
}

export function* candidates(catalogue: Catalogue, wish: CandidateWish): Generator<CatalogueVersion> {
  for (const owner of packagesOf(catalogue, wish.ids)) {
    if (wish.idPrefix !== undefined && !owner.key.startsWith(wish.idPrefix)) continue;
    if (wish.isScriptsOnly && owner.kind !== 'script') continue;
    if (wish.only !== undefined) {
      const at = wish.only === 'latest' ? owner.latest : owner.absoluteLatest;
      if (at >= 0 && !(wish.isStableOnly && isPrerelease(versionAt(owner, at)))) yield { owner, at };
      continue;
    }
    for (let at = 0; at < owner.versions.length; at++) {
      if (wish.isListedOnly && !owner.isListed(at)) continue;
      if (wish.isStableOnly && isPrerelease(versionAt(owner, at))) continue;
      yield { owner, at };
    }
  }
}

function packagesOf(
  { packages, byKey }: Catalogue,
  ids: readonly string[] | undefined,
): readonly CataloguePackage[] {
  if (!ids) return packages;
  return [...new Set(ids)].sort().flatMap((key) => byKey.get(key) ?? []);
}

export function findVersion({ byKey }: Catalogue, id: string, version: string): CatalogueVersion | undefined {
  const owner = byKey.get(id.toLowerCase());
  const wanted = parseNuGetVersion(version);
  if (!owner || !wanted.ok) return undefined;
  const at = owner.versions.findIndex(
    (_, index) => compareNuGetVersions(versionAt(owner, index), wanted.value) === 0,
  );
  return at < 0 ? undefined : { owner, at };
}

export interface UpdateWish {
  readonly ids: readonly string[];
  /** What is installed, of each id. */
  readonly versions: readonly string[];
  /** Ranges, of each id; '' for any. */
  readonly constraints: readonly string[];
  readonly isPrereleaseWanted: boolean;
  readonly isEveryVersionWanted: boolean;
}

/**
 * What is newer than what somebody has: the highest, or all that are. Ids that are not here are passed over. One by one, since
 * a request may name the same package thousands of times.
 */
export function* updateCandidates(catalogue: Catalogue, wish: UpdateWish): Generator<CatalogueVersion> {
  const parsed = new Map<CataloguePackage, readonly NuGetVersion[]>();
  for (const [which, id] of wish.ids.entries()) {
    const owner = catalogue.byKey.get(id.toLowerCase());
    const installed = parseNuGetVersion(wish.versions[which] ?? '');
    const range = parseVersionRange(wish.constraints[which] ?? '');
    if (!owner || !installed.ok || !range.ok) continue;
    const versions = parsed.get(owner) ?? owner.versions.map((_, at) => versionAt(owner, at));
    parsed.set(owner, versions);
    const newer = versions.flatMap((version, at): readonly CatalogueVersion[] => {
      const isWanted =
        owner.isListed(at) &&
        (wish.isPrereleaseWanted || !isPrerelease(version)) &&
        compareNuGetVersions(version, installed.value) > 0 &&
        satisfiesRange(version, range.value);
      return isWanted ? [{ owner, at }] : [];
    });
    yield* wish.isEveryVersionWanted ? newer : newer.slice(-1);
  }
}
