/** The site's part of a build. It is imported only when a site is wanted: Astro takes a second to load. */
import { join, resolve } from 'node:path';
import type { Gallery } from '../domain/gallery.ts';
import { openBlobReader } from '../io/blob-reader.ts';
import type { DocsReader } from '../io/document-gallery.ts';
import { BLOB_FOLDER } from '../io/index-files.ts';

export type SiteBuilder = (
  gallery: Gallery,
  siteUrl: string,
  outDir: string,
  readDocs: DocsReader,
) => Promise<void>;

export function siteBuilder(indexDir: string): SiteBuilder {
  // Absolute: the current folder is another one while Astro renders.
  const blobFolder = resolve(indexDir, BLOB_FOLDER);
  return async (gallery, siteUrl, outDir, readDocs) => {
    const { buildSite } = await import('../site/build-site.ts');
    const read = openBlobReader();
    const readBlobEntry = async (blobName: string, path: string) => read(join(blobFolder, blobName), path);
    await buildSite({ context: { gallery, siteUrl, readBlobEntry, readDocs }, outDir });
  };
}
