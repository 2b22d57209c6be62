/** What a gallery in a bare repository holds now, read and verified as a build does. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'vitest';
import { loadGallery } from '../../src/io/load-gallery.ts';
import { makeTempDir } from './temp-dir.ts';

/** `Sample.Tools 1.0.0` of each version. Call it inside a running test. */
export async function versionsNow({ gitDir }: { readonly gitDir: string }): Promise<readonly string[]> {
  const folder = join(await makeTempDir(), 'now');
  execFileSync('git', ['clone', '--quiet', gitDir, folder]);
  const { value, findings } = await loadGallery({
    indexDir: join(folder, 'packages-index'),
    cacheDir: undefined,
  });
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return (value?.packages ?? []).flatMap(({ id, versions }) =>
    versions.map(({ version }) => `${id} ${version.original}`),
  );
}
