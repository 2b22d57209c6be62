import { beforeEach, describe, expect, it } from 'vitest';
import { type CatalogueSource, openCatalogueSource } from '../../../src/gateway/edge/catalogue-source.ts';
import { type AssetStandIn, standInAssets } from '../../support/asset-stand-in.ts';
import { catalogueBytes } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';

const PATH = 'api/catalogue.jsonl';
const ASKED = `GET /${PATH}`;

describe('the catalogue of an isolate', () => {
  let timeMs: number;
  let failures: unknown[];
  let kept: Promise<unknown>[];
  let assets: AssetStandIn;
  let source: CatalogueSource;

  beforeEach(() => {
    [timeMs, failures, kept, assets] = [1_000_000, [], [], standInAssets()];
    source = open(assets.fetch);
  });

  function open(fetch: AssetStandIn['fetch']): CatalogueSource {
    return openCatalogueSource({
      binding: { fetch },
      now: () => timeMs,
      keepAlive: (work) => kept.push(work),
      onFailure: (error) => failures.push(error),
    });
  }

  const build = (...ids: string[]) =>
    assets.place(PATH, catalogueBytes(makeGallery(ids.map((id) => ({ id })))));
  const ids = async () => (await source.current()).packages.map(({ id }) => id);

  it('is loaded once for all who ask at once, and then kept for half a minute', async () => {
    build('A');
    const [one, other] = await Promise.all([source.current(), source.current()]);
    expect(one).toBe(other);
    expect(one.mark).toBe('etag-1');
    timeMs += 29_999;
    expect(await source.current()).toBe(one);
    expect(assets.asked).toEqual([`${ASKED} 200`]);
  });

  it('is asked for by its ETag, and stays the same value while it has not changed', async () => {
    build('A');
    const before = await source.current();
    timeMs += 30_000;
    expect(await source.current()).toBe(before);
    timeMs += 29_999;
    expect(await source.current()).toBe(before);
    expect(assets.asked).toEqual([`${ASKED} 200`, `${ASKED} 304`]);
  });

  it('follows what was deployed', async () => {
    build('A');
    expect(await ids()).toEqual(['A']);
    build('A', 'B');
    timeMs += 30_000;
    expect(await ids()).toEqual(['A', 'B']);
  });

  it.each([
    ['broken', '{"format":1,"packageCount":9}\n'],
    ['gone', undefined],
  ])('stays the old one while the new one is %s', async (_, content) => {
    build('A');
    const before = await source.current();
    assets.place(PATH, content);
    timeMs += 30_000;
    expect(await source.current()).toBe(before);
    expect(await source.current()).toBe(before);
    expect(failures).toHaveLength(1);
    build('A', 'B');
    timeMs += 30_000;
    expect(await ids()).toEqual(['A', 'B']);
    expect(failures).toHaveLength(1);
  });

  it('says how to get one while there is none, and does not try at every request', async () => {
    await expect(source.current()).rejects.toMatchObject({ code: 'CATALOGUE_ABSENT' });
    build('A');
    timeMs += 1_999;
    await expect(source.current()).rejects.toMatchObject({ code: 'CATALOGUE_ABSENT' });
    expect(assets.asked).toEqual([`${ASKED} 404`]);
    timeMs += 1;
    expect(await ids()).toEqual(['A']);
  });

  it('is loaded to the end for the others when the request that asked has ended', async () => {
    build('A');
    const gate = Promise.withResolvers<void>();
    source = open(async (request) => {
      await gate.promise;
      return assets.fetch(request);
    });
    const asked = source.current();
    expect(kept).toHaveLength(1);
    let isEnded = false;
    void kept[0]?.then(() => {
      isEnded = true;
    });
    await Promise.resolve();
    expect(isEnded).toBe(false);
    gate.resolve();
    await asked;
    await kept[0];
  });

  it('leaves no promise that fails unheard', async () => {
    await expect(source.current()).rejects.toThrow();
    await expect(kept[0]).resolves.toBeUndefined();
  });

  it('is asked for anew when a load hangs', async () => {
    build('A');
    let isHanging = true;
    source = open((request) => (isHanging ? new Promise(() => {}) : assets.fetch(request)));
    const hanging = source.current();
    isHanging = false;
    timeMs += 19_999;
    expect(source.current()).toBe(hanging);
    timeMs += 1;
    expect(await ids()).toEqual(['A']);
  });
});
