/** What owners may change in a record: listing, deprecation, owners; and what maintainers may: removal. Each returns the new record, or why it cannot be. */
import { compareNuGetVersions, parseNuGetVersion } from '../domain/nuget-version.ts';
import type { Deprecation, PackageRecord, VersionRecord } from '../domain/record.ts';
import { fail, ok, type Result } from '../domain/result.ts';

export type RecordProblem =
  | { readonly kind: 'no-such-version'; readonly version: string }
  | { readonly kind: 'no-owner-left' };

/** @param version  in any spelling; undefined for every version */
export function withListing(
  record: PackageRecord,
  version: string | undefined,
  listed: boolean,
): Result<PackageRecord, RecordProblem> {
  return eachVersion(record, version, (recorded) => ({ ...recorded, listed }));
}

/** @param deprecation  undefined takes the deprecation back */
export function withDeprecation(
  record: PackageRecord,
  version: string | undefined,
  deprecation: Deprecation | undefined,
): Result<PackageRecord, RecordProblem> {
  if (version === undefined) {
    const { deprecated: _, ...rest } = record;
    return ok(deprecation ? { ...rest, deprecated: deprecation } : rest);
  }
  return eachVersion(record, version, ({ deprecated: _, ...rest }) =>
    deprecation ? { ...rest, deprecated: deprecation } : rest,
  );
}

export function withOwners(
  record: PackageRecord,
  added: readonly string[],
  removed: readonly string[],
): Result<PackageRecord, RecordProblem> {
  const gone = new Set(removed.map((owner) => owner.toLowerCase()));
  const owners = record.owners.filter((owner) => !gone.has(owner.toLowerCase()));
  for (const owner of added) {
    if (!owners.some((other) => other.toLowerCase() === owner.toLowerCase())) owners.push(owner);
  }
  if (owners.length === 0) return fail({ kind: 'no-owner-left' });
  // Whoever comes back is asked for a number anew.
  const kept = Object.entries(record.githubIds).filter(([login]) => !gone.has(login.toLowerCase()));
  return ok({ ...record, owners, githubIds: Object.fromEntries(kept) });
}

export interface Removal {
  /** UTC, ISO 8601, to the second. */
  readonly now: string;
  readonly by: string;
  readonly reason: string;
}

/** The version leaves the list of versions for that of removed ones: its number never comes back. */
export function withRemoval(
  record: PackageRecord,
  version: string,
  { now, by, reason }: Removal,
): Result<{ readonly record: PackageRecord; readonly removed: VersionRecord }, RecordProblem> {
  const removed = record.versions.find((recorded) => isSameVersion(recorded.version, version));
  if (!removed) return fail({ kind: 'no-such-version', version });
  const entry = { version: removed.version, sha512: removed.sha512, removed: now, by, reason };
  return ok({
    record: {
      ...record,
      versions: record.versions.filter((recorded) => recorded !== removed),
      removed: [...record.removed, entry],
    },
    removed,
  });
}

function eachVersion(
  record: PackageRecord,
  version: string | undefined,
  change: (recorded: PackageRecord['versions'][number]) => PackageRecord['versions'][number],
): Result<PackageRecord, RecordProblem> {
  let isFound = version === undefined;
  const versions = record.versions.map((recorded) => {
    if (version !== undefined && !isSameVersion(recorded.version, version)) return recorded;
    isFound = true;
    return change(recorded);
  });
  return isFound ? ok({ ...record, versions }) : fail({ kind: 'no-such-version', version: version ?? '' });
}

function isSameVersion(a: string, b: string): boolean {
  const left = parseNuGetVersion(a);
  const right = parseNuGetVersion(b);
  return left.ok && right.ok && compareNuGetVersions(left.value, right.value) === 0;
}
