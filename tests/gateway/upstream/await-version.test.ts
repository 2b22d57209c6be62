import { expect, it } from 'vitest';
import { awaitVersion } from '../../../src/gateway/upstream/await-version.ts';
import { catalogueOf } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';

it.each([
  [0, true, 0],
  [3, true, 3],
  [1_000, false, 5],
])('waits for a version that is there after %i looks: %s', async (after, expected, pauses) => {
  let [looks, paused] = [0, 0];
  const catalogue = async () =>
    catalogueOf(makeGallery(looks++ < after ? [] : [{ id: 'Pester', versions: ['1.0'] }]));
  const pause = async () => {
    paused++;
  };
  expect(await awaitVersion({ catalogue, pause, timeoutMs: 1_000 })('pester', '1.0.0')).toBe(expected);
  expect(paused).toBe(pauses);
});
