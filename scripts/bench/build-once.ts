/** One build of the feeds in a process of its own. Prints its use of the machine, by stage, as JSON. */
import { enableCompileCache } from 'node:module';
import type { BuildStage } from '../../src/io/build-gallery.ts';
import { type Usage, usageSinceStart } from './usage.ts';

enableCompileCache();
await import('../../src/cli/modest-heap.ts');
const { buildGallery } = await import('../../src/io/build-gallery.ts');
const { feedRenderer } = await import('../../src/feed/render-feed.ts');

const [indexDir = '', outDir = '', cacheDir = ''] = process.argv.slice(2);
const loaded = usageSinceStart();
const ends: Partial<Record<BuildStage, Usage>> = {};
const outcome = await buildGallery({
  indexDir,
  outDir,
  siteUrl: 'https://gallery.example/bench/',
  cacheDir,
  rendererOf: feedRenderer,
  site: undefined,
  onProgress: ({ stage, doneCount, totalCount }) => {
    if (doneCount >= totalCount) ends[stage] = usageSinceStart();
  },
});
if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.findings.slice(0, 3)));
process.stdout.write(JSON.stringify({ ...usageSinceStart(), kind: outcome.kind, loaded, ends }));
