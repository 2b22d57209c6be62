/** The feeds of the gallery that this repository ships, built for an address at which nothing is. */
import { join } from 'node:path';
import { feedRenderer } from '../../src/feed/render-feed.ts';
import { buildGallery } from '../../src/io/build-gallery.ts';
import { SAMPLE_INDEX } from './served-samples.ts';

export const SAMPLES_URL = 'https://gallery.invalid/my.repo/';

/** @returns the folder of the build, below `folder` */
export async function buildSamples(folder: string): Promise<string> {
  const outDir = join(folder, 'dist');
  const outcome = await buildGallery({
    indexDir: SAMPLE_INDEX,
    outDir,
    siteUrl: SAMPLES_URL,
    cacheDir: undefined,
    threads: 0,
    rendererOf: feedRenderer,
    site: undefined,
  });
  if (outcome.kind !== 'built') throw new Error(JSON.stringify(outcome.findings));
  return outDir;
}
