/** How much of a site a gallery gets: hosts have limits, GitHub Pages one of 1 GB. */
import type { Gallery } from '../domain/gallery.ts';

/** A full page of a version takes some 12 KB, with its changes and facts 25 KB; a short one 3.5 KB. */
const MOST_FULL_VERSIONS = 5000;

const counts = new WeakMap<Gallery, number>();

/**
 * Whether the versions that are not shown have short pages: metadata and how to install them, no documentation, no
 * comparisons. That of each package is always full.
 */
export function hasShortVersionPages(gallery: Gallery): boolean {
  const count =
    counts.get(gallery) ?? gallery.packages.reduce((sum, { versions }) => sum + versions.length, 0);
  counts.set(gallery, count);
  return count > MOST_FULL_VERSIONS;
}
