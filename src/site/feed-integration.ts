/**
 * Lets Astro's own commands work on a gallery: `astro dev` while the site is changed, `astro build` for those who start
 * from Astro. `pwshelf build` sets the gallery itself and has no need of this.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { hasErrors } from '../domain/finding.ts';
import { GalleryError } from '../domain/gallery-error.ts';
import { openBlobReader } from '../io/blob-reader.ts';
import { codeVersion } from '../io/code-version.ts';
import { documentGallery } from '../io/document-gallery.ts';
import { BLOB_FOLDER, listIndexFiles } from '../io/index-files.ts';
import { loadGallery } from '../io/load-gallery.ts';
import { openWorkPool } from '../io/work-pool.ts';
import { countText } from '../report/terminal-text.ts';
import { hasSiteContext, setSiteContext } from './gallery-context.ts';
import { siteVersion } from './site-version.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export function galleryIntegration(siteUrl: string): AstroIntegration {
  return {
    name: 'pwshelf-gallery',
    hooks: {
      'astro:config:setup': async () => {
        if (hasSiteContext()) return;
        const indexDir = join(ROOT, 'packages-index');
        const { value: gallery, findings } = await loadGallery({
          indexDir,
          cacheDir: join(ROOT, '.cache/pwshelf'),
        });
        if (!gallery || hasErrors(findings)) {
          throw new GalleryError(
            'INDEX_ERRORS',
            `packages-index has ${countText(findings)}.`,
            'Run `pwshelf check`.',
          );
        }
        const files = listIndexFiles(indexDir);
        const pool = openWorkPool(0);
        const store = await documentGallery(gallery, files, pool, join(ROOT, '.cache/pwshelf'), () => {});
        const read = openBlobReader();
        setSiteContext({
          gallery,
          siteUrl,
          pages: { take: () => true },
          version: siteVersion(codeVersion(), undefined),
          indexDir,
          readDocs: store.read,
          readBlobEntry: async (blobName, path) => read(join(indexDir, BLOB_FOLDER, blobName), path),
        });
      },
    },
  };
}
