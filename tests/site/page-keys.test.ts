import { expect, it } from 'vitest';
import type { Gallery } from '../../src/domain/gallery.ts';
import type { SiteContext } from '../../src/site/gallery-context.ts';
import { pageKeys } from '../../src/site/page-keys.ts';
import { makeGallery, type PackageSpec } from '../support/make-gallery.ts';

const BASE: PackageSpec = { id: 'Base', owners: ['contoso'], versions: ['1.0.0'] };
const TOP: PackageSpec = {
  id: 'Top',
  owners: ['fabrikam'],
  versions: [{ version: '1.0.0', dependencies: { Base: '1.0' } }],
};
const OTHER: PackageSpec = { id: 'Other', owners: ['contoso'], versions: ['1.0.0'] };

function context(gallery: Gallery, more: Partial<SiteContext> = {}): SiteContext {
  return {
    gallery,
    siteUrl: 'https://example.org/',
    version: '1',
    indexDir: '/index',
    pages: { take: () => true },
    readBlobEntry: () => Promise.reject(new Error('not asked')),
    readDocs: () => {
      throw new Error('not asked');
    },
    ...more,
  };
}

function keyOf(id: string, packages: readonly PackageSpec[], more: Partial<SiteContext> = {}): string {
  const gallery = makeGallery(packages);
  const owner = gallery.packages.find((item) => item.id === id);
  const item = owner?.versions[0];
  if (!owner || !item) throw new Error(id);
  return pageKeys(context(gallery, more)).ofVersion(owner, item);
}

const before = keyOf('Top', [BASE, TOP, OTHER]);

it('is the same for the same content, whatever else the gallery holds', () => {
  expect(keyOf('Top', [BASE, TOP, { ...OTHER, versions: ['1.0.0', '2.0.0'] }])).toBe(before);
});

it.each<[string, () => string]>([
  ['the code', () => keyOf('Top', [BASE, TOP, OTHER], { version: '2' })],
  ['the address', () => keyOf('Top', [BASE, TOP, OTHER], { siteUrl: 'https://example.com/' })],
  ['its owners', () => keyOf('Top', [BASE, { ...TOP, owners: ['contoso'] }, OTHER])],
  ['another version', () => keyOf('Top', [BASE, { ...TOP, versions: ['1.0.0', '1.1.0'] }, OTHER])],
  [
    'a newer version of what it needs',
    () => keyOf('Top', [{ ...BASE, versions: ['1.0.0', '1.1.0'] }, TOP, OTHER]),
  ],
  ['what it needs gone', () => keyOf('Top', [TOP, OTHER])],
  [
    'what needs it',
    () =>
      keyOf('Top', [BASE, TOP, { ...OTHER, versions: [{ version: '1.0.0', dependencies: { Top: '' } }] }]),
  ],
])('differs with %s', (_, key) => {
  expect(key()).not.toBe(before);
});

it('tells versions of a package apart', () => {
  const gallery = makeGallery([{ id: 'Two', versions: ['1.0.0', '2.0.0'] }]);
  const [owner] = gallery.packages;
  const keys = pageKeys(context(gallery));
  expect(new Set(owner?.versions.map((item) => keys.ofVersion(owner, item))).size).toBe(2);
});
