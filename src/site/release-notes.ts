/** Release notes of the versions of a package, as one changelog. */
import type { Package, PackageVersion } from '../domain/gallery.ts';
import { summarizePackage } from '../domain/package-summary.ts';

export interface VersionNotes {
  readonly item: PackageVersion;
  readonly text: string;
}

/** Older ones are in their own pages; a page of all would have no end. */
const MAX_VERSIONS = 30;
const MAX_CHARACTERS = 30_000;

/**
 * Of the listed versions before `item`, newest first. Many authors repeat in each version what they wrote for the ones
 * before; what stands in newer notes already is left out.
 */
export function earlierNotes(owner: Package, item: PackageVersion): readonly VersionNotes[] {
  const found: VersionNotes[] = [];
  let shown = summarizePackage(item.nupkg).releaseNotes ?? '';
  const before = owner.versions.slice(0, owner.versions.indexOf(item)).filter(({ isListed }) => isListed);
  for (const earlier of before.toReversed()) {
    const text = summarizePackage(earlier.nupkg).releaseNotes?.trim() ?? '';
    if (text === '' || shown.includes(text)) continue;
    if (found.length === MAX_VERSIONS || shown.length + text.length > MAX_CHARACTERS) break;
    shown += `\n${text}`;
    found.push({ item: earlier, text });
  }
  return found;
}
