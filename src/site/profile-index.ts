/** Who owns and who publishes the packages of a gallery. Owners are known to the gallery; authors are only claimed. */
import { type Gallery, isPackageListed, type PackageVersion, shownVersion } from '../domain/gallery.ts';
import type { Proof } from '../domain/record.ts';

export interface Profile {
  /** A GitHub login, as it is spelled in the records. */
  readonly name: string;
  /** Listed packages that they own, by name. */
  readonly owned: readonly PackageVersion[];
  /** Listed versions that they published, newest first. */
  readonly published: readonly PackageVersion[];
}

const built = new WeakMap<Gallery, readonly Profile[]>();

/** By name; everybody who owns a listed package or published a listed version. */
export function profiles(gallery: Gallery): readonly Profile[] {
  const known = built.get(gallery);
  if (known) return known;
  const listed = gallery.packages.filter(isPackageListed);
  const versions = listed.flatMap((item) => item.versions.filter(({ isListed }) => isListed));
  const names = new Map<string, string>();
  for (const name of [
    ...listed.flatMap(({ owners }) => owners),
    ...versions.map(({ publisher }) => publisher),
  ]) {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  }
  const made = [...names]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([key, name]): Profile => ({
        name,
        owned: listed
          .filter(({ owners }) => owners.some((owner) => owner.toLowerCase() === key))
          .map(shownVersion),
        published: versions
          .filter(({ publisher }) => publisher.toLowerCase() === key)
          .toSorted((a, b) => (a.publishedAt === b.publishedAt ? 0 : a.publishedAt < b.publishedAt ? 1 : -1)),
      }),
    );
  built.set(gallery, made);
  return made;
}

const names = new WeakMap<Gallery, ReadonlySet<string>>();

/** Whether there is a page about this account. */
export function hasProfile(gallery: Gallery, name: string): boolean {
  const known = names.get(gallery) ?? new Set(profiles(gallery).map((profile) => profile.name.toLowerCase()));
  names.set(gallery, known);
  return known.has(name.toLowerCase());
}

/** How the gallery knew who published. */
export const PROOF_TEXT: Readonly<Record<Proof['kind'], string>> = {
  local: 'added by a maintainer',
  'pull-request': 'by a pull request of their GitHub account',
  issue: 'by a request of their GitHub account',
  key: 'by a key of the gallery',
  signature: 'by a signature',
  keyless: 'by the identity of a build',
  upstream: 'taken in from another gallery',
};
