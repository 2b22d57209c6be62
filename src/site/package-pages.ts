/** The list of all packages, cut into pages. */
import { type Gallery, isPackageListed, type Package } from '../domain/gallery.ts';

const PAGE_SIZE = 100;

export interface PackageListPage {
  readonly packages: readonly Package[];
  readonly totalCount: number;
  readonly pageNumber: number;
  readonly pageCount: number;
}

/** @param pageNumber  from 1 */
export function packageListPage(gallery: Gallery, pageNumber: number): PackageListPage {
  const listed = gallery.packages.filter(isPackageListed);
  const start = (pageNumber - 1) * PAGE_SIZE;
  return {
    packages: listed.slice(start, start + PAGE_SIZE),
    totalCount: listed.length,
    pageNumber,
    pageCount: Math.max(1, Math.ceil(listed.length / PAGE_SIZE)),
  };
}
