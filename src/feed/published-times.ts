/** Times as the two protocols write them. Unlisted versions carry the date by which clients know them. */
import type { PackageVersion } from '../domain/gallery.ts';

/** V2: without zone, `2025-02-28T23:00:43.407`. */
export function v2DateTime(isoUtc: string): string {
  return isoUtc.endsWith('Z') ? isoUtc.slice(0, -1) : isoUtc;
}

export const V2_UNLISTED = '1900-01-01T00:00:00';

export function v3Published(item: PackageVersion): string {
  return item.isListed ? item.publishedAt : '1900-01-01T00:00:00.000Z';
}
