import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CatalogueSource, openCatalogueSource } from '../../../src/gateway/node/catalogue-source.ts';
import { catalogueBytes } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';
import { makeTempDir } from '../../support/temp-dir.ts';

describe('openCatalogueSource', () => {
  let path: string;
  let timeMs: number;
  let failures: unknown[];
  let source: CatalogueSource;

  beforeEach(async () => {
    const root = await makeTempDir();
    await mkdir(join(root, 'api'));
    path = join(root, 'api/catalogue.jsonl');
    [timeMs, failures] = [0, []];
    source = openCatalogueSource({ root, now: () => timeMs, onFailure: (error) => failures.push(error) });
  });

  function place(content: Uint8Array | string): void {
    writeFileSync(`${path}.new`, content);
    renameSync(`${path}.new`, path);
  }

  const build = (...ids: string[]) => place(catalogueBytes(makeGallery(ids.map((id) => ({ id })))));
  const ids = async () => (await source.current()).packages.map(({ id }) => id);

  it('says how to get one while there is none', async () => {
    expect(source.isLoaded()).toBe(false);
    await expect(source.current()).rejects.toMatchObject({ code: 'CATALOGUE_ABSENT' });
    build('A');
    expect(await ids()).toEqual(['A']);
    expect(source.isLoaded()).toBe(true);
  });

  it('takes up what a build has put there, as soon as it looks again', async () => {
    build('A');
    const before = await source.current();
    build('A', 'B');
    expect(await source.current()).toBe(before);
    timeMs += 200;
    expect(await ids()).toEqual(['A', 'B']);
  });

  it('gives the same value while nothing has changed', async () => {
    build('A');
    const before = await source.current();
    timeMs += 1_000;
    expect(await source.current()).toBe(before);
  });

  it('reads once for all who ask at once', async () => {
    build('A');
    const [one, other] = await Promise.all([source.current(), source.current()]);
    expect(one).toBe(other);
  });

  it('goes on with the old one while the new one is broken, and tells of it once', async () => {
    build('A');
    await source.current();
    place('{"format":1');
    for (let round = 0; round < 3; round++) {
      timeMs += 1_000;
      expect(await ids()).toEqual(['A']);
    }
    expect(failures).toMatchObject([{ code: 'CATALOGUE_BROKEN' }]);
    build('A', 'B');
    timeMs += 1_000;
    expect(await ids()).toEqual(['A', 'B']);
  });

  it('goes on with the old one when the file is gone', async () => {
    build('A');
    await source.current();
    rmSync(path);
    timeMs += 1_000;
    expect(await ids()).toEqual(['A']);
    expect(failures).toHaveLength(1);
  });
});
