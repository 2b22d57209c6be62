import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packMade } from '../support/made-package.ts';
import { makePipelineGallery, signed } from '../support/pipeline.ts';
import { makeTempDir } from '../support/temp-dir.ts';

it('are live once what is deployed holds them, and lie beside the feed', async () => {
  const gallery = await makePipelineGallery();
  onTestFinished(() => gallery.close());
  const before = gallery.git('rev-parse', 'main').trim();
  const bytes = await packMade({ id: 'Other.Kit', version: '2.1.0' });
  gallery.files.set('/kit.nupkg', bytes);
  const kit = { id: 'Other.Kit', version: '2.1.0', url: 'https://files.example/kit.nupkg' };
  const published = signed('grace-ci', kit, bytes);
  const again = signed('grace-ci', kit, bytes);
  await gallery.run(published);
  await gallery.run(again);

  const deployedBefore = await gallery.run(undefined, {
    action: 'mark-live',
    env: { PWSHELF_DEPLOYED: before },
  });
  expect([deployedBefore.code, gallery.answer(published.request)?.state]).toEqual([0, 'published']);

  const dir = join(await makeTempDir(), 'api/publishes');
  const exported = await gallery.run(undefined, {
    action: 'export-publishes',
    env: { PWSHELF_ANSWERS_DIR: dir },
  });
  const main = gallery.git('rev-parse', 'main').trim();
  expect([exported.code, exported.output], exported.err).toEqual([0, `commit=${main}\n`]);
  const shown = Object.fromEntries(
    readdirSync(dir).map((name) => [name, JSON.parse(readFileSync(join(dir, name), 'utf8'))]),
  );
  expect(Object.keys(shown)).toHaveLength(2);
  expect(shown[`${published.request}.json`]).toMatchObject({ state: 'live', status: 201, commit: main });
  expect(shown[`${again.request}.json`]).toMatchObject({ state: 'refused', status: 409 });
  expect(JSON.stringify(shown)).not.toMatch(/digest|payload/);

  const tip = () => gallery.git('rev-parse', 'pwshelf-publishes');
  await gallery.run(undefined, { action: 'mark-live', env: { PWSHELF_DEPLOYED: main } });
  expect(gallery.answer(published.request)).toMatchObject({ state: 'live', commit: main });
  expect(gallery.answer(again.request)?.state).toBe('refused');
  const marked = tip();
  await gallery.run(undefined, { action: 'mark-live', env: { PWSHELF_DEPLOYED: main } });
  expect(tip()).toBe(marked);
  // It shares no commit with the gallery.
  const args = ['--git-dir', gallery.gitDir, 'merge-base', 'main', 'pwshelf-publishes'];
  expect(() => execFileSync('git', args, { stdio: 'pipe' })).toThrow();
});

it('do not fail a gallery that no pipeline ever published to', async () => {
  const gallery = await makePipelineGallery();
  onTestFinished(() => gallery.close());
  const dir = join(await makeTempDir(), 'none');
  const main = gallery.git('rev-parse', 'main').trim();
  const exported = await gallery.run(undefined, {
    action: 'export-publishes',
    env: { PWSHELF_ANSWERS_DIR: dir },
  });
  const marked = await gallery.run(undefined, { action: 'mark-live', env: { PWSHELF_DEPLOYED: main } });
  expect([exported.code, marked.code, readdirSync(dir)]).toEqual([0, 0, []]);
});
