/** One record and its blobs → Package: versions in NuGet's order, the latest ones marked. */

import { blobName, blobNames } from '../domain/blob-name.ts';
import type { BlobReading } from '../domain/blob-reading.ts';
import type { Finding } from '../domain/finding.ts';
import type { Package, PackageVersion } from '../domain/gallery.ts';
import {
  compareNuGetVersions,
  isPrerelease,
  type NuGetVersion,
  parseNuGetVersion,
} from '../domain/nuget-version.ts';
import { type PackageId, packageKey, parsePackageId } from '../domain/package-id.ts';
import { packageTags } from '../domain/package-tags.ts';
import type { Reading } from '../domain/reading.ts';
import type { PackageRecord, VersionRecord } from '../domain/record.ts';
import { findingOf } from '../domain/rule.ts';
import { withMilliseconds } from '../domain/timestamp.ts';
import { parseVersionRange } from '../domain/version-range.ts';
import { kindMixed } from '../rules/kind-mixed.ts';
import { nameGrammar } from '../rules/name-grammar.ts';
import { recordCategoryUnknown } from '../rules/record-category-unknown.ts';
import { recordVersionGrammar } from '../rules/record-version-grammar.ts';
import { recordVersionRemoved } from '../rules/record-version-removed.ts';
import { recordVersionRepeated } from '../rules/record-version-repeated.ts';
import { checkBlob } from './blob-check.ts';
import type { IndexParts, RecordFile } from './gallery.ts';

interface Candidate {
  readonly recorded: VersionRecord;
  readonly version: NuGetVersion;
}

/** @param used  the names of the blobs that records name; this record's are added */
export function readPackage(
  { file, record }: RecordFile,
  parts: IndexParts,
  blobs: ReadonlyMap<string, BlobReading>,
  used: Set<string>,
): Reading<Package> {
  const findings: Finding[] = [];
  const id = parsePackageId(record.id);
  if (!id.ok) {
    for (const recorded of record.versions) used.add(heldName(record.id, recorded, blobs));
    return { value: undefined, findings: [findingOf(nameGrammar, { file }, { id: record.id })] };
  }
  findings.push(...checkCategories(file, record, parts));
  const versions: PackageVersion[] = [];
  for (const recorded of record.versions) used.add(heldName(record.id, recorded, blobs));
  for (const candidate of candidates(file, record, findings)) {
    const reading = readVersion(id.value, candidate, record, parts, blobs);
    for (const finding of reading.findings) findings.push(finding);
    if (reading.value) versions.push(reading.value);
  }
  versions.sort((a, b) => compareNuGetVersions(a.version, b.version));
  const first = versions[0];
  if (!first) return { value: undefined, findings };
  const other = versions.find((item) => item.kind !== first.kind);
  if (other) {
    const args = { id: record.id, kind: other.kind, other: first.kind };
    findings.push(findingOf(kindMixed, { file: parts.blobFolder + other.blobName }, args));
  }
  return { value: assembled(id.value, record, versions, first), findings };
}

/** The recorded versions that can be sorted and are each alone in their spelling. */
function candidates(file: string, record: PackageRecord, findings: Finding[]): readonly Candidate[] {
  const seen: NuGetVersion[] = [];
  const removed = record.removed.flatMap(({ version }) => {
    const parsed = parseNuGetVersion(version);
    return parsed.ok ? [parsed.value] : [];
  });
  return record.versions.flatMap((recorded) => {
    const version = parseNuGetVersion(recorded.version);
    if (!version.ok) {
      findings.push(findingOf(recordVersionGrammar, { file }, { version: recorded.version }));
      return [];
    }
    // Compared, not by key: NuGet takes the labels 1 and 01 for the same, too.
    const isSame = (other: NuGetVersion) => compareNuGetVersions(other, version.value) === 0;
    const other = seen.find(isSame);
    if (other) {
      const args = { version: recorded.version, other: other.original };
      findings.push(findingOf(recordVersionRepeated, { file }, args));
      return [];
    }
    seen.push(version.value);
    if (removed.some(isSame)) {
      findings.push(findingOf(recordVersionRemoved, { file }, { version: recorded.version }));
    }
    return [{ recorded, version: version.value }];
  });
}

/** The name of a version's blob: of its own, of another that is in its place, else the one that it should have. */
function heldName(
  id: string,
  { version, sha512 }: VersionRecord,
  blobs: ReadonlyMap<string, BlobReading>,
): string {
  const names = blobNames(id, version);
  return (
    // Where both hold it, the better one was put beside the other.
    names.findLast((name) => blobs.get(name)?.sha512 === sha512) ??
    names.find((name) => blobs.has(name)) ??
    blobName(id, version)
  );
}

function readVersion(
  id: PackageId,
  { recorded, version }: Candidate,
  record: PackageRecord,
  parts: IndexParts,
  blobs: ReadonlyMap<string, BlobReading>,
): Reading<PackageVersion> {
  const name = heldName(id, recorded, blobs);
  const blob = blobs.get(name);
  const findings = checkBlob(id, recorded, version, blob, parts.blobFolder + name);
  const nupkg = blob?.nupkg;
  if (!nupkg) return { value: undefined, findings };
  const value: PackageVersion = {
    id,
    version,
    kind: nupkg.content.kind,
    nupkg,
    blobName: name,
    tags: packageTags(nupkg),
    // A range that cannot be read is a finding of the archive already.
    dependencies: nupkg.nuspec.dependencies.flatMap((dependency) => {
      const range = parseVersionRange(dependency.range);
      return range.ok ? [{ id: dependency.id, range: range.value }] : [];
    }),
    publishedAt: withMilliseconds(recorded.published),
    publisher: recorded.publisher,
    proof: recorded.proof,
    isListed: recorded.listed,
    isLatest: false,
    isAbsoluteLatest: false,
    deprecation: recorded.deprecated ?? record.deprecated,
  };
  return { value, findings };
}

function assembled(
  id: PackageId,
  record: PackageRecord,
  versions: readonly PackageVersion[],
  first: PackageVersion,
): Package {
  const listed = versions.filter((item) => item.isListed);
  const absoluteLatest = listed.at(-1);
  const latest = listed.findLast((item) => !isPrerelease(item.version));
  const marked = versions.map((item) =>
    item === latest || item === absoluteLatest
      ? { ...item, isLatest: item === latest, isAbsoluteLatest: item === absoluteLatest }
      : item,
  );
  return {
    id,
    key: packageKey(id),
    kind: first.kind,
    owners: record.owners,
    categories: record.categories,
    versions: marked,
    latest: marked.find((item) => item.isLatest),
    absoluteLatest: marked.find((item) => item.isAbsoluteLatest),
    deprecation: record.deprecated,
    removed: record.removed,
    dependents: [],
  };
}

function checkCategories(file: string, record: PackageRecord, parts: IndexParts) {
  const known = parts.settings.categories.map((category) => category.id);
  return record.categories
    .filter((category) => !known.includes(category))
    .map((category) =>
      findingOf(recordCategoryUnknown, { file }, { category, known: known.join(', ') || 'none' }),
    );
}
