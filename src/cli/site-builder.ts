/** The site's part of a build. It is imported only when a site is wanted: Astro takes a second to load. */
import { join } from 'node:path';
import type { Gallery } from '../domain/gallery.ts';
import { BLOB_FOLDER } from '../io/index-files.ts';
import { entryBytes } from '../io/write-items.ts';

export type SiteBuilder = (gallery: Gallery, siteUrl: string, outDir: string) => Promise<void>;

export function siteBuilder(indexDir: string, cacheDir: string | undefined): SiteBuilder {
  return async (gallery, siteUrl, outDir) => {
    const { buildSite } = await import('../site/build-site.ts');
    const readBlobEntry = async (blobName: string, path: string) =>
      entryBytes(join(indexDir, BLOB_FOLDER, blobName), path);
    await buildSite({ context: { gallery, siteUrl, readBlobEntry }, outDir, cacheDir: cacheDir ?? outDir });
  };
}
