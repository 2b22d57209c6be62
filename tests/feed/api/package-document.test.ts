import { expect, it } from 'vitest';
import { makeGallery, type PackageSpec } from '../../support/make-gallery.ts';
import { SITE_URL, serveInMemory } from '../../support/render-gallery.ts';

it.each([
  ['a stable version', ['1.0'], '1.0.0', null],
  ['a newer prerelease', ['1.0', '1.1.0-b'], '1.0.0', '1.1.0-b'],
  ['an older prerelease', ['1.0.0-b', '1.0'], '1.0.0', null],
  ['a prerelease only', ['1.0.0-b'], null, '1.0.0-b'],
  ['an unlisted version only', [{ version: '1.0', listed: false }], null, null],
])('tells the latest versions of a package with %s', (_, versions, latest, latestPrerelease) => {
  const spec: PackageSpec = { id: 'Tools', versions };
  const site = serveInMemory(makeGallery([spec]));
  expect(JSON.parse(site.text(`${SITE_URL}api/packages/tools.json`))).toMatchObject({
    latest,
    latestPrerelease,
  });
});

it('leaves packages without a listed version out of the list, but not out of their own file', () => {
  const site = serveInMemory(
    makeGallery([{ id: 'Hidden', versions: [{ version: '1.0.0', listed: false }] }, { id: 'Tools' }]),
  );
  const list = JSON.parse(site.text(`${SITE_URL}api/packages.json`)) as {
    packages: { id: string; details: string }[];
  };
  expect(list.packages.map(({ id }) => id)).toEqual(['Tools']);
  expect(site.get(`${SITE_URL}api/packages/hidden.json`)).toBeDefined();
  expect(site.get(list.packages[0]?.details ?? '')).toBeDefined();
});
