import { expect, it } from 'vitest';
import { binaryKind, filePage, filesWithPages } from '../../src/site/file-view.ts';
import { makeGallery } from '../support/make-gallery.ts';

const files = {
  'README.md': 10,
  'en-US/about_A.help.txt': 10,
  LICENSE: 10,
  'lib/a.dll': 10,
  'empty.ps1': 0,
  'huge.json': 1024 * 1024,
  "it's.ps1": 10,
  'a?b.ps1': 10,
  'Ünï.ps1': 10,
};
const item = makeGallery([{ id: 'A', versions: [{ version: '1.0.0', files }] }]).packages[0]?.versions[0];
if (!item) throw new Error('no version');

it('gives pages to texts that people read, under names that addresses can hold', () => {
  expect(filesWithPages(item).map(({ path }) => path)).toEqual([
    'A.psd1',
    'LICENSE',
    'README.md',
    'en-US/about_A.help.txt',
    'Ünï.ps1',
  ]);
  expect(filePage(item, 'README.md')?.path).toBe('README.md');
  expect(filePage(item, 'lib/a.dll')).toBeUndefined();
});

it.each([
  ['a.dll', '.NET assembly or native library'],
  ['A.PNG', 'picture'],
  ['a.ps1', undefined],
])('says of %s that it is a %s', (path, kind) => {
  expect(binaryKind(path)).toBe(kind);
});
