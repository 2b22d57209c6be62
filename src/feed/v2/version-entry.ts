/** The entry of one version of the gallery, as the files that list versions hold it. */
import type { Gallery, Package, PackageVersion } from '../../domain/gallery.ts';
import { blobPath, type FeedUrls } from '../urls.ts';
import { renderV2Entry } from './entry.ts';
import { v2EntryValues } from './entry-values.ts';
import type { V2Prefixes } from './namespaces.ts';

/** What every V2 document is made from. */
export interface V2Context {
  readonly gallery: Gallery;
  readonly urls: FeedUrls;
  readonly prefixes: V2Prefixes;
}

/** @param attributes  of the entry element, when it stands alone */
export function renderV2Version(
  context: V2Context,
  owner: Package,
  item: PackageVersion,
  attributes = '',
): string {
  const { gallery, urls } = context;
  const values = v2EntryValues({ urls, repository: gallery.settings.repository }, owner, item);
  return renderV2Entry(context, values, urls.absolute(blobPath(item.id, item.version)), attributes);
}
