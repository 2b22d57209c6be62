/** The spelling of packages from the folders of their pages, also of those that come later. */
import { mkdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPackageSpellings } from '../../../src/gateway/node/package-spellings.ts';
import { makeTempDir, writeTree } from '../../support/temp-dir.ts';

it('knows each package in any case, and sees new ones', async () => {
  const root = await makeTempDir();
  await writeTree(root, { 'packages/Pester/index.html': '' });
  const spellingOf = createPackageSpellings(root);
  expect(await spellingOf('pEsTeR')).toBe('Pester');
  expect(await spellingOf('Contoso')).toBeUndefined();
  await mkdir(join(root, 'packages/Contoso'));
  await utimes(join(root, 'packages'), 2_000_000_000, 2_000_000_000);
  expect(await spellingOf('contoso')).toBe('Contoso');
});

it('knows none in a gallery without pages', async () => {
  expect(await createPackageSpellings(await makeTempDir())('pester')).toBeUndefined();
});
