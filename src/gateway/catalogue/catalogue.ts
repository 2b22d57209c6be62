/**
 * The gallery as the gateway knows it. What queries are decided by is at hand; the rest of a package stays the bytes that it
 * was read from until somebody asks for it, so that 100,000 versions fit into memory.
 */

import type { PackageKind } from '../../domain/nupkg.ts';
import type { CatalogueHead } from '../../feed/api/catalogue-format.ts';
import type { FeedUrls } from '../../feed/urls.ts';
import type { V2EntryValues } from '../../feed/v2/entry-values.ts';

export interface Catalogue {
  readonly head: CatalogueHead;
  readonly urls: FeedUrls;
  /** In code point order of their keys. */
  readonly packages: readonly CataloguePackage[];
  readonly byKey: ReadonlyMap<string, CataloguePackage>;
  /** Of the whole content: the same mark, the same answers. Plain ASCII without quotes. */
  readonly mark: string;
}

export interface CataloguePackage {
  readonly id: string;
  /** In lower case. */
  readonly key: string;
  readonly kind: PackageKind;
  readonly owners: readonly string[];
  readonly categories: readonly string[];
  /** Of the version that stands for the package. */
  readonly title: string;
  readonly description: string;
  readonly authors: string;
  readonly company: string;
  readonly aliases: readonly string[];
  /** As spelled, ascending in NuGet's order. */
  readonly versions: readonly string[];
  /** Where in `versions`; -1 when there is none. */
  readonly latest: number;
  readonly absoluteLatest: number;
  readonly isListed: (at: number) => boolean;
  /** The tags of a version, with blanks between. */
  readonly tags: (at: number) => string;
  /** All properties of every version, in the order of `versions`; read anew at each call. */
  readonly values: () => readonly V2EntryValues[];
}

/** One version of a package. */
export interface CatalogueVersion {
  readonly owner: CataloguePackage;
  /** Where in `owner.versions`. */
  readonly at: number;
}

/** The version that stands for a package, as pages show it. */
export function shownAt({ latest, absoluteLatest, versions }: CataloguePackage): number {
  if (latest >= 0) return latest;
  return absoluteLatest >= 0 ? absoluteLatest : versions.length - 1;
}
