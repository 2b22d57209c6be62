import { expect, it } from 'vitest';
import { shownTags, tagIndex } from '../../src/site/tag-index.ts';
import { makeGallery } from '../support/make-gallery.ts';

const withTags = (id: string, tags: readonly string[], listed = true) => ({
  id,
  versions: [{ version: '1.0.0', listed, nuspec: { tags: [...tags] } }],
});
const gallery = makeGallery([
  withTags('A', ['Network', 'web', 'c++', 'PSModule', 'PSEdition_Core']),
  withTags('B', ['network', 'a/b', '..', 'x'.repeat(80)]),
  withTags('C', ['Network']),
  withTags('D', ['hidden'], false),
]);

it('lists the tags of authors, the most used first, each in its most common spelling', () => {
  expect(tagIndex(gallery).map(({ name, items }) => [name, items.map(({ id }) => id)])).toEqual([
    ['Network', ['A', 'B', 'C']],
    ['c++', ['A']],
    ['web', ['A']],
  ]);
});

it('knows which tags have pages', () => {
  expect([...shownTags(gallery)].toSorted()).toEqual(['c++', 'network', 'web']);
});

it('gives two hundred tags of a package a page', () => {
  const tags = Array.from({ length: 5000 }, (_, index) => `t${index}`);
  expect(tagIndex(makeGallery([withTags('A', tags)]))).toHaveLength(200);
});
