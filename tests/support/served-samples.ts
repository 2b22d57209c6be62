/** The gallery that this repository ships, built for a base path and served as a static host does. */
import { join } from 'node:path';
import { feedRenderer } from '../../src/feed/render-feed.ts';
import { buildGallery } from '../../src/io/build-gallery.ts';
import { PROJECT_ROOT } from './clients.ts';
import { findFreePort, type ServedGallery, serveGallery } from './serve-gallery.ts';
import { makeLastingTempDir, removeTempDir } from './temp-dir.ts';

export const SAMPLE_INDEX = join(PROJECT_ROOT, 'packages-index');

export interface ServedSamples extends ServedGallery {
  /** A folder of the test's own. */
  readonly folder: string;
}

/** @param base  with slashes at both ends */
export async function serveSamples(base = '/repo/'): Promise<ServedSamples> {
  const folder = await makeLastingTempDir();
  const port = await findFreePort();
  const outDir = join(folder, 'dist');
  const outcome = await buildGallery({
    indexDir: SAMPLE_INDEX,
    outDir,
    siteUrl: `http://127.0.0.1:${port}${base}`,
    cacheDir: undefined,
    rendererOf: feedRenderer,
    site: undefined,
  });
  if (outcome.kind !== 'built') throw new Error(JSON.stringify(outcome.findings));
  const served = await serveGallery(outDir, { base, port });
  return {
    ...served,
    folder,
    close: async () => {
      await served.close();
      await removeTempDir(folder);
    },
  };
}
