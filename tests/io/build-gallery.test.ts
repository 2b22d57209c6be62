import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { feedRenderer } from '../../src/feed/render-feed.ts';
import { buildGallery } from '../../src/io/build-gallery.ts';
import { runVerb } from '../support/run-verb.ts';
import { makeTempDir } from '../support/temp-dir.ts';
import { makeIndexIn, OWNER, writePackage } from '../support/temp-index.ts';

async function publish(folder: string, index: string, version: string): Promise<void> {
  const file = await writePackage(folder, { nuspec: version, psd1: version });
  const { code, err } = await runVerb('publish', file, '--index', index, '--as', OWNER, '--no-cache');
  expect(code, err).toBe(0);
}

/** Builds an index in which something happens as soon as its files are listed. */
async function buildWhile(happens: (index: string, later: string) => void) {
  const folder = await makeTempDir();
  const { index } = await makeIndexIn(folder);
  await publish(folder, index, '1.0.0');
  const later = join(folder, 'later');
  cpSync(index, later, { recursive: true });
  await publish(folder, later, '1.1.0');
  let isFirst = true;
  return buildGallery({
    indexDir: index,
    outDir: join(folder, 'dist'),
    siteUrl: 'http://127.0.0.1:8080/',
    cacheDir: undefined,
    rendererOf: feedRenderer,
    site: undefined,
    threads: 1,
    onProgress: () => {
      if (isFirst) happens(index, later);
      isFirst = false;
    },
  });
}

it('reads an index again in which somebody published while it was read', async () => {
  const outcome = await buildWhile((index, later) => cpSync(later, index, { recursive: true }));
  expect(outcome).toMatchObject({ kind: 'built', versionCount: 2 });
});

it('refuses an index that stays wrong', async () => {
  const outcome = await buildWhile((index, later) =>
    cpSync(join(later, 'packages'), join(index, 'packages'), { recursive: true }),
  );
  expect(outcome.kind).toBe('refused');
  expect(outcome.findings.map(({ code }) => code)).toEqual(['BLOB_MISSING']);
});
