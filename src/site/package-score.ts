/** The quality score of a version, kept once read: lists and orders ask for it again and again. */
import type { PackageVersion } from '../domain/gallery.ts';
import { siteContext } from './gallery-context.ts';

const known = new WeakMap<PackageVersion, number>();

/** 0 to 100. */
export function qualityScore(item: PackageVersion): number {
  const found = known.get(item) ?? siteContext().readDocs(item).quality.score;
  known.set(item, found);
  return found;
}
