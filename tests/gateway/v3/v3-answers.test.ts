import { describe, expect, it } from 'vitest';
import { createScanTurns } from '../../../src/gateway/scan-turns.ts';
import { v3Answers } from '../../../src/gateway/v3/v3-answers.ts';
import { catalogueOf } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';
import { memoryAssets } from '../../support/memory-assets.ts';

const catalogue = catalogueOf(makeGallery([{ id: 'Contoso.Net' }]));
const assets = memoryAssets({ 'v3/index.json': '{"version":"3.0.0","resources":[{"@id":"a","@type":"b"}]}' });
const answers = (takesPushes = false) =>
  v3Answers({
    catalogue: () => Promise.resolve(catalogue),
    assets,
    takesPushes,
    turns: createScanTurns(() => 0),
  });

function ask(path: string, headers: Record<string, string> = {}, takesPushes = false) {
  const request = new Request(`https://host.example/repo/v3/${path}`, { headers });
  return answers(takesPushes)(request, path.split('?')[0] ?? '');
}

describe('v3Answers', () => {
  it('says where to push, when that is possible', async () => {
    const index = await (await ask('index.json', {}, true))?.json();
    expect(index).toEqual({
      version: '3.0.0',
      resources: [
        { '@id': 'a', '@type': 'b' },
        { '@id': 'https://host.example/repo/api/v2/package', '@type': 'PackagePublish/2.0.0' },
      ],
    });
  });

  it.each(['index.json', 'registration/contoso.net/index.json', 'flatcontainer/x', ''])(
    'leaves %j to the files',
    async (path) => {
      expect(await ask(path)).toBeUndefined();
    },
  );

  it.each(['search.json?q=net', 'autocomplete.json?q=net'])('answers %s, and once only', async (path) => {
    const first = await ask(path);
    expect([first?.status, first?.headers.get('content-type')]).toEqual([
      200,
      'application/json; charset=utf-8',
    ]);
    expect(await first?.json()).toMatchObject({ totalHits: 1 });
    const again = await ask(path, { 'If-None-Match': first?.headers.get('etag') ?? '' });
    expect(again?.status).toBe(304);
  });

  it('tells what it cannot answer', async () => {
    const response = await ask('search.json?q=License:MIT');
    expect(response?.status).toBe(400);
    expect(await response?.json()).toMatchObject({ error: { message: expect.stringContaining('License:') } });
  });
});
