/**
 * Some records read anew within a gallery that is otherwise as it was: what publishing one version costs must not grow with
 * all that lies there already. It says of these records what reading the whole index would say.
 */
import type { BlobReading } from '../domain/blob-reading.ts';
import type { Finding } from '../domain/finding.ts';
import { hasErrors } from '../domain/finding.ts';
import type { Gallery, Package } from '../domain/gallery.ts';
import { type PackageKey, packageKey } from '../domain/package-id.ts';
import type { Reading } from '../domain/reading.ts';
import { byPackageKey, checkReferences, type IndexParts, joinGallery, readParts } from './gallery.ts';

/**
 * Whatever else of the gallery has a share in these blob names: two ids can come to one name, as `A.1` 2.0 and `A` 1.2.0 do.
 * @returns keys of packages
 */
export function holdersOf(gallery: Gallery, blobNames: ReadonlySet<string>): readonly PackageKey[] {
  return gallery.packages
    .filter(({ versions }) => versions.some(({ blobName }) => blobNames.has(blobName)))
    .map(({ key }) => key);
}

/** The blobs of a package, as its gallery read them. */
export function blobsOf(gallery: Gallery, key: PackageKey): readonly BlobReading[] {
  const versions = gallery.byKey.get(key)?.versions ?? [];
  return versions.map(({ blobName, nupkg }) => {
    const { sha512, sizeBytes } = nupkg;
    return { blobName, sha512, sizeBytes, nupkg, findings: [] };
  });
}

/**
 * What is to be said of some records, and of the blobs that are theirs.
 * @param before  a gallery without errors
 * @param part  records that are new or another by now, and those of `holdersOf` all blobs that come, go or are named; with all their blobs
 */
export function checkPart(before: Gallery, part: IndexParts): readonly Finding[] {
  const { packages, findings } = readParts(part);
  const touched = keysOf(part);
  const find = (key: PackageKey): Package | undefined =>
    touched.has(key) ? packages.get(key) : before.byKey.get(key);
  return [...findings, ...checkReferences(packages.values(), part, find)];
}

/**
 * The whole gallery with these records in it. The findings are those of the part alone.
 * @param gone  packages whose records are there no more
 */
export function rereadGallery(
  before: Gallery,
  part: IndexParts,
  gone: ReadonlySet<PackageKey> = new Set(),
): Reading<Gallery> {
  const read = readParts(part);
  const touched = keysOf(part);
  const isOther = (key: PackageKey) => !touched.has(key) && !gone.has(key);
  const packages = new Map(before.packages.filter(({ key }) => isOther(key)).map((item) => [item.key, item]));
  for (const [key, item] of read.packages) packages.set(key, item);
  const removed = [...before.removed.filter(({ id }) => isOther(packageKey(id))), ...read.removed];
  const value = joinGallery(part.settings, packages, removed.sort(byPackageKey));
  const findings = [
    ...read.findings,
    ...checkReferences(read.packages.values(), part, (key) => value.byKey.get(key)),
  ];
  return { value: hasErrors(findings) ? undefined : value, findings };
}

function keysOf({ records }: IndexParts): ReadonlySet<PackageKey> {
  return new Set(records.map(({ record }) => packageKey(record.id)));
}
