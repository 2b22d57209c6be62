/**
 * Settings, records and blobs → Gallery. Every disagreement between them is a Finding; a Gallery comes out only
 * when there is none of severity error, so that nothing is ever served from a guess.
 */
import type { BlobReading } from '../domain/blob-reading.ts';
import { type Finding, hasErrors } from '../domain/finding.ts';
import type { Gallery, Package } from '../domain/gallery.ts';
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { type PackageId, type PackageKey, packageKey } from '../domain/package-id.ts';
import type { Reading } from '../domain/reading.ts';
import type { PackageRecord } from '../domain/record.ts';
import { findingOf } from '../domain/rule.ts';
import { satisfiesRange } from '../domain/version-range.ts';
import { blobUnrecorded } from '../rules/blob-unrecorded.ts';
import { dependencyAbsent } from '../rules/dependency-absent.ts';
import { deprecationReplacementAbsent } from '../rules/deprecation-replacement-absent.ts';
import { recordFileName } from '../rules/record-file-name.ts';
import { recordIdTaken } from '../rules/record-id-taken.ts';
import { readPackage } from './package.ts';

export interface RecordFile {
  /** Path as the user would name it. */
  readonly file: string;
  readonly record: PackageRecord;
}

export interface IndexParts {
  readonly settings: GallerySettings;
  readonly records: readonly RecordFile[];
  readonly blobs: readonly BlobReading[];
  /** Path of the folder of blobs, with its trailing slash, as the user would name it. */
  readonly blobFolder: string;
  /** File names of records that could not be read: blobs may be theirs. */
  readonly unreadRecords?: readonly string[];
}

export function readGallery(parts: IndexParts): Reading<Gallery> {
  const { packages, removed, findings } = readParts(parts);
  const gallery = joinGallery(parts.settings, packages, removed);
  const leading = checkReferences(gallery.packages, parts, (key) => gallery.byKey.get(key));
  const all = [...findings, ...leading];
  return { value: hasErrors(all) ? undefined : gallery, findings: all };
}

export interface ReadParts {
  readonly packages: ReadonlyMap<PackageKey, Package>;
  readonly removed: Gallery['removed'];
  readonly findings: readonly Finding[];
}

/** Each package by itself, with all that is said of it but where its references lead. */
export function readParts(parts: IndexParts): ReadParts {
  const findings: Finding[] = parts.blobs.flatMap((blob) => blob.findings);
  const blobs = new Map(parts.blobs.map((blob) => [blob.blobName, blob]));
  const used = new Set<string>();
  const packages = new Map<PackageKey, Package>();
  const named = namedRecords(parts.records, findings);
  for (const recordFile of named) {
    const reading = readPackage(recordFile, parts, blobs, used);
    for (const finding of reading.findings) findings.push(finding);
    if (reading.value) packages.set(reading.value.key, reading.value);
  }
  findings.push(...checkUnrecorded(parts, used));
  return { packages, removed: removedOf(named), findings };
}

/** Dependencies and replacements that lead nowhere. */
export function checkReferences(
  packages: Iterable<Package>,
  { records, blobFolder }: Pick<IndexParts, 'records' | 'blobFolder'>,
  find: (key: PackageKey) => Package | undefined,
): readonly Finding[] {
  return [...checkDependencies(packages, blobFolder, find), ...checkReplacements(records, find)];
}

function checkUnrecorded(parts: IndexParts, used: ReadonlySet<string>): readonly Finding[] {
  // What belongs to a record with a fault of its own is told there, once.
  const unread = (parts.unreadRecords ?? []).map((name) => name.replace(/yaml$/, ''));
  return parts.blobs
    .filter(({ blobName }) => !used.has(blobName) && !unread.some((stem) => blobName.startsWith(stem)))
    .map(({ blobName }) => findingOf(blobUnrecorded, { file: parts.blobFolder + blobName }, {}));
}

/** The records that are named after their package and alone in claiming its id. */
function namedRecords(records: readonly RecordFile[], findings: Finding[]): readonly RecordFile[] {
  const seen = new Map<PackageKey, string>();
  return records.filter(({ file, record }) => {
    const expected = `${record.id}.yaml`;
    if (file.split('/').at(-1) !== expected) {
      findings.push(findingOf(recordFileName, { file }, { id: record.id, expected }));
    }
    const other = seen.get(packageKey(record.id));
    if (other === undefined) {
      seen.set(packageKey(record.id), file);
      return true;
    }
    findings.push(findingOf(recordIdTaken, { file }, { id: record.id, other }));
    return false;
  });
}

function removedOf(records: readonly RecordFile[]): Gallery['removed'] {
  return records
    .flatMap(({ record }) => record.removed.map((removal) => ({ id: record.id, ...removal })))
    .sort(byPackageKey);
}

/** Stable: what was removed of one package stays in the order of its record. */
export function byPackageKey(a: { readonly id: string }, b: { readonly id: string }): number {
  const [one, other] = [packageKey(a.id), packageKey(b.id)];
  return one < other ? -1 : one > other ? 1 : 0;
}

export function joinGallery(
  settings: GallerySettings,
  packages: ReadonlyMap<PackageKey, Package>,
  removed: Gallery['removed'],
): Gallery {
  const dependents = dependentsOf(packages);
  const sorted = [...packages.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
  const complete = sorted.map((item) => {
    const found = dependents.get(item.key);
    if (found) return { ...item, dependents: [...found].sort() };
    // One that was joined before may have lost whoever depended on it.
    return item.dependents.length > 0 ? { ...item, dependents: [] } : item;
  });
  return {
    settings,
    packages: complete,
    removed,
    byKey: new Map(complete.map((item) => [item.key, item])),
  };
}

/** Who depends on whom, by the version that is shown of each. */
function dependentsOf(
  packages: ReadonlyMap<PackageKey, Package>,
): ReadonlyMap<PackageKey, ReadonlySet<PackageId>> {
  const dependents = new Map<PackageKey, Set<PackageId>>();
  for (const item of packages.values()) {
    const shown = item.latest ?? item.absoluteLatest;
    for (const dependency of shown?.dependencies ?? []) {
      const key = packageKey(dependency.id);
      const found = dependents.get(key) ?? new Set();
      dependents.set(key, found.add(item.id));
    }
  }
  return dependents;
}

function checkDependencies(
  packages: Iterable<Package>,
  blobFolder: string,
  find: (key: PackageKey) => Package | undefined,
): readonly Finding[] {
  const findings: Finding[] = [];
  for (const owner of packages) {
    for (const item of owner.versions) {
      const file = blobFolder + item.blobName;
      for (const { id, range } of item.dependencies) {
        const found = find(packageKey(id));
        if (found?.versions.some((other) => satisfiesRange(other.version, range))) continue;
        const text = item.nupkg.nuspec.dependencies.find((other) => other.id === id)?.range ?? '';
        findings.push(findingOf(dependencyAbsent, { file }, { id, range: text }));
      }
    }
  }
  return findings;
}

/** Each told once a record. */
function checkReplacements(
  records: readonly RecordFile[],
  find: (key: PackageKey) => Package | undefined,
): readonly Finding[] {
  return records.flatMap(({ file, record }) => {
    const deprecations = [record.deprecated, ...record.versions.map(({ deprecated }) => deprecated)];
    const named = new Set(deprecations.flatMap((deprecation) => deprecation?.replacement ?? []));
    return [...named]
      .filter((replacement) => !find(packageKey(replacement)))
      .map((replacement) => findingOf(deprecationReplacementAbsent, { file }, { replacement }));
  });
}
