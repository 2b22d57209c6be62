/** The site's part of a build. It is imported only when a site is wanted: Astro takes a second to load. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import { openBlobReader } from '../io/blob-reader.ts';
import type { SiteBuilder } from '../io/build-gallery.ts';
import { codeVersion } from '../io/code-version.ts';
import { BLOB_FOLDER } from '../io/index-files.ts';
import { siteVersion } from '../site/site-version.ts';

const OVERRIDES_FOLDER = 'site-overrides';

/**
 * @param overrides  as the user named it; undefined takes the folder beside the index, if there is one
 * @throws GalleryError when the named folder is not there
 */
export function siteBuilder(indexDir: string, overrides: string | undefined): SiteBuilder {
  // Absolute: the current folder is another one while Astro renders.
  const index = resolve(indexDir);
  const overridesDir = overridesFolder(index, overrides);
  const version = siteVersion(codeVersion(), overridesDir);
  return {
    version,
    build: async ({ outDir, ...parts }) => {
      const { buildSite } = await import('../site/build-site.ts');
      const read = openBlobReader();
      const readBlobEntry = async (blobName: string, path: string) =>
        read(join(index, BLOB_FOLDER, blobName), path);
      await buildSite({
        context: { ...parts, version, indexDir: index, readBlobEntry },
        outDir,
        overridesDir,
      });
    },
  };
}

function overridesFolder(index: string, named: string | undefined): string | undefined {
  const folder = named === undefined ? join(dirname(index), OVERRIDES_FOLDER) : resolve(named);
  if (existsSync(folder)) return folder;
  if (named === undefined) return undefined;
  throw new GalleryError(
    'OVERRIDES_ABSENT',
    `There is no folder ${named}.`,
    'Name the folder that holds the components of your own with --overrides, or leave it out.',
  );
}
