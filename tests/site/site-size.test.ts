import { expect, it } from 'vitest';
import type { Gallery } from '../../src/domain/gallery.ts';
import { hasCards } from '../../src/site/card-facts.ts';
import { hasShortVersionPages } from '../../src/site/site-size.ts';
import { makeGallery } from '../support/make-gallery.ts';

/** The same package again and again: only how many there are is asked. */
function galleryOf(packageCount: number, versionCount: number): Gallery {
  const gallery = makeGallery([{ id: 'Contoso.Tools', versions: ['1.0.0'] }]);
  const [owner] = gallery.packages;
  const [item] = owner?.versions ?? [];
  if (!owner || !item) throw new Error('no package');
  const versions = Array.from({ length: versionCount }, () => item);
  return { ...gallery, packages: Array.from({ length: packageCount }, () => ({ ...owner, versions })) };
}

it('gives every version a full page up to some thousands', () => {
  expect(hasShortVersionPages(galleryOf(50, 100))).toBe(false);
  expect(hasShortVersionPages(galleryOf(50, 101))).toBe(true);
});

it('draws a card for each package up to some thousands', () => {
  expect(hasCards(galleryOf(5000, 1))).toBe(true);
  expect(hasCards(galleryOf(5001, 1))).toBe(false);
});
