/**
 * What an edited record asks for, step by step: two records → the changes that they differ by. The steps are then taken on
 * the record as it is now, so an edit that was made on an older state of the gallery takes nothing back.
 */
import type { Deprecation, PackageRecord, VersionRecord } from '../../domain/record.ts';

export type RecordStep =
  | { readonly kind: 'listing'; readonly version: string; readonly listed: boolean }
  | {
      readonly kind: 'deprecation';
      /** Undefined for the whole package. */
      readonly version: string | undefined;
      /** Undefined takes it back. */
      readonly deprecation: Deprecation | undefined;
    }
  | { readonly kind: 'owners'; readonly added: readonly string[]; readonly removed: readonly string[] }
  | { readonly kind: 'categories'; readonly categories: readonly string[] }
  | { readonly kind: 'removal'; readonly version: string; readonly reason: string }
  /** A version that the record names and did not name: its blob must come with it. */
  | { readonly kind: 'version'; readonly version: string; readonly sha512: string }
  /** What nobody writes by hand: hashes, dates, publishers, and what is removed. */
  | { readonly kind: 'fixed'; readonly field: string };

export function recordSteps(was: PackageRecord, after: PackageRecord): readonly RecordStep[] {
  return [
    ...(was.id === after.id ? [] : [fixed('id')]),
    ...ownerSteps(was.owners, after.owners),
    ...(same(was.categories, after.categories)
      ? []
      : [{ kind: 'categories', categories: after.categories } as const]),
    ...(same(was.deprecated, after.deprecated) ? [] : [deprecation(undefined, after.deprecated)]),
    ...versionSteps(was, after),
    ...removedSteps(was, after),
    ...otherFields(was, after),
  ];
}

function ownerSteps(was: readonly string[], is: readonly string[]): readonly RecordStep[] {
  const missingIn = (some: readonly string[]) => {
    const known = new Set(some.map((owner) => owner.toLowerCase()));
    return (owner: string) => !known.has(owner.toLowerCase());
  };
  const added = is.filter(missingIn(was));
  const removed = was.filter(missingIn(is));
  return added.length + removed.length === 0 ? [] : [{ kind: 'owners', added, removed }];
}

function versionSteps(was: PackageRecord, is: PackageRecord): readonly RecordStep[] {
  const before = new Map(was.versions.map((item) => [item.version, item]));
  return is.versions.flatMap((after): readonly RecordStep[] => {
    const { version } = after;
    const old = before.get(version);
    if (!old) {
      return [
        { kind: 'version', version, sha512: after.sha512 },
        ...(after.listed ? [] : [{ kind: 'listing', version, listed: false } as const]),
        ...(after.deprecated === undefined ? [] : [deprecation(version, after.deprecated)]),
      ];
    }
    return [
      ...(old.listed === after.listed ? [] : [{ kind: 'listing', version, listed: after.listed } as const]),
      ...(same(old.deprecated, after.deprecated) ? [] : [deprecation(version, after.deprecated)]),
      ...FIXED_FIELDS.filter((field) => !same(old[field], after[field])).map((field) =>
        fixed(`${field} of ${version}`),
      ),
    ];
  });
}

/** Of a version that is there: as it was when the version was published. */
const FIXED_FIELDS = Object.keys({
  sha512: true,
  sizeBytes: true,
  published: true,
  publisher: true,
  proof: true,
  approvals: true,
} satisfies Partial<Record<keyof VersionRecord, true>>) as readonly (keyof VersionRecord)[];

function removedSteps(was: PackageRecord, is: PackageRecord): readonly RecordStep[] {
  const gone = was.versions.filter(({ version }) => !is.versions.some((item) => item.version === version));
  const added = is.removed.filter((item) => !was.removed.some((other) => same(other, item)));
  const vanished = was.removed.filter((item) => !is.removed.some((other) => same(other, item)));
  const reasons = new Map(added.map(({ version, reason }) => [version, reason]));
  return [
    ...gone.map(({ version }): RecordStep => {
      const reason = reasons.get(version);
      return reason === undefined ? fixed(`version ${version}`) : { kind: 'removal', version, reason };
    }),
    ...added
      .filter(({ version }) => !gone.some((item) => item.version === version))
      .map(({ version }) => fixed(`removed ${version}`)),
    ...vanished.map(({ version }) => fixed(`removed ${version}`)),
  ];
}

const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'owners',
  'categories',
  'deprecated',
  'versions',
  'removed',
]);

/** Whatever else a record holds, now or later, is the gallery's own. */
function otherFields(was: PackageRecord, is: PackageRecord): readonly RecordStep[] {
  const names = new Set([...Object.keys(was), ...Object.keys(is)]);
  return [...names]
    .filter((name) => !KNOWN_FIELDS.has(name))
    .filter((name) => !same(Reflect.get(was, name), Reflect.get(is, name)))
    .map(fixed);
}

function deprecation(version: string | undefined, value: Deprecation | undefined): RecordStep {
  return { kind: 'deprecation', version, deprecation: value };
}

function fixed(field: string): RecordStep {
  return { kind: 'fixed', field };
}

/** Records come out of one schema, so the order of their keys says nothing of its own. */
function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, item]) => [name, sorted(item)]),
  );
}
