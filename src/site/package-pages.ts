/** The list of all packages in its orders, cut into pages. */
import { type Gallery, isPackageListed, type Package, shownVersion } from '../domain/gallery.ts';
import { qualityScore } from './package-score.ts';

const PAGE_SIZE = 100;

export type ListOrder = 'name' | 'recent' | 'quality';

export interface PackageListPage {
  readonly packages: readonly Package[];
  readonly totalCount: number;
  readonly order: ListOrder;
  readonly pageNumber: number;
  readonly pageCount: number;
}

/** @param pageNumber  from 1 */
export function packageListPage(gallery: Gallery, order: ListOrder, pageNumber: number): PackageListPage {
  const listed = orderedPackages(gallery, order);
  const start = (pageNumber - 1) * PAGE_SIZE;
  return {
    packages: listed.slice(start, start + PAGE_SIZE),
    totalCount: listed.length,
    order,
    pageNumber,
    pageCount: Math.max(1, Math.ceil(listed.length / PAGE_SIZE)),
  };
}

/** Listed packages; equal ones stand by name. */
export function orderedPackages(gallery: Gallery, order: ListOrder): readonly Package[] {
  const listed = gallery.packages.filter(isPackageListed);
  switch (order) {
    case 'name':
      return listed;
    case 'recent':
      return listed.toSorted((a, b) => compare(shownVersion(b).publishedAt, shownVersion(a).publishedAt));
    case 'quality':
      return listed.toSorted((a, b) => qualityScore(shownVersion(b)) - qualityScore(shownVersion(a)));
    default:
      return order satisfies never;
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
