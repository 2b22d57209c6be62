import { expect, it, onTestFinished } from 'vitest';
import { packMade } from '../support/made-package.ts';
import { makePipelineGallery, signed } from '../support/pipeline.ts';

it('takes up what a run that was broken off has left, after a quarter of an hour', async () => {
  const gallery = await makePipelineGallery();
  onTestFinished(() => gallery.close());
  const bytes = await packMade({ id: 'Other.Kit', version: '2.1.0' });
  const content = Buffer.from(bytes).toString('base64');
  const expires = '2026-03-10T12:05:00Z';
  const asked = signed('grace-ci', { id: 'Other.Kit', version: '2.1.0', content, expires }, bytes);
  // Done, and then made undone: as a run leaves it that ends before its decision.
  await gallery.run(asked, { action: 'receive' });
  const commit = gallery.git('rev-parse', 'main').trim();
  const done = JSON.parse(gallery.git('show', `pwshelf-publishes:${asked.request}.json`));
  const { commit: _, ...whole } = done;
  gallery.git('update-ref', 'refs/heads/main', 'main~1');
  gallery.commit('refs/heads/pwshelf-publishes', 'pwshelf-publishes', [
    {
      path: `${asked.request}.json`,
      content: JSON.stringify({
        ...whole,
        state: 'received',
        status: 202,
        findings: [],
        payload: asked,
      }),
    },
  ]);

  const early = await gallery.run(undefined, { action: 'scheduled', now: '2026-03-10T12:10:00Z' });
  expect([early.code, early.output], early.err).toEqual([0, 'merged=false\n']);
  expect(gallery.answer(asked.request)?.state).toBe('received');
  // Its signature has expired by then, and it came in time.
  const late = await gallery.run(undefined, { action: 'scheduled', now: '2026-03-10T12:20:00Z' });
  // The last one counts.
  expect([late.code, late.output], late.err).toEqual([0, 'merged=false\nmerged=true\n']);
  expect(gallery.answer(asked.request)).toMatchObject({ state: 'published', status: 201 });
  expect(gallery.git('rev-parse', 'main~1')).toBe(gallery.git('rev-parse', `${commit}~1`));
});
