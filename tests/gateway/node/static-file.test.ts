/** What a static host may open on its disk. */
import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStaticFile } from '../../../src/gateway/node/static-file.ts';
import { makeTempDir, writeTree } from '../../support/temp-dir.ts';

async function makeSite(): Promise<string> {
  const root = await makeTempDir();
  await writeTree(root, { 'secret.txt': 'outside', 'site/a/Page.html': 'page', 'site/empty': '' });
  return root;
}

it('opens a plain file and tells its size', async () => {
  const file = await openStaticFile(join(await makeSite(), 'site'), 'a/Page.html');
  await file?.handle.close();
  expect(file?.sizeBytes).toBe(4);
});

it.each(['a', 'a/page.html', 'A/Page.html', 'a/Page.html/x', 'none', 'x'.repeat(5000)])(
  'finds no file at %.20s',
  async (path) => {
    expect(await openStaticFile(join(await makeSite(), 'site'), path)).toBeUndefined();
  },
);

it('follows no link, neither out of the site nor inside it', async () => {
  const root = await makeSite();
  await symlink(join(root, 'secret.txt'), join(root, 'site/link.txt'));
  await symlink(join(root, 'site/a'), join(root, 'site/b'));
  expect(await openStaticFile(join(root, 'site'), 'link.txt')).toBeUndefined();
  expect(await openStaticFile(join(root, 'site'), 'b/Page.html')).toBeUndefined();
});
