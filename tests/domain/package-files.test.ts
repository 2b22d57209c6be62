import { expect, it } from 'vitest';
import { readmeFile, rootFile } from '../../src/domain/package-files.ts';
import { makeNupkgValue } from '../support/make-nupkg-value.ts';

it.each([
  ['README.md', { 'README.md': 10 }],
  ['Readme.TXT', { 'Readme.TXT': 10 }],
  ['readme', { readme: 1 }],
  ['README.md', { 'README.md': 10, 'README.txt': 10, README: 10 }],
  ['README.markdown', { 'README.markdown': 10, 'README.txt': 10 }],
  ['README.txt', { 'README.md': 0, 'README.txt': 10 }],
])('finds %s', (expected, files) => {
  expect(readmeFile(makeNupkgValue({ files }))).toBe(expected);
});

it.each([
  ['none is there', {}],
  ['it lies in a folder', { 'docs/README.md': 10 }],
  ['it is empty', { 'README.md': 0 }],
  ['it is of another format', { 'README.pdf': 10, 'README.md.bak': 10 }],
])('finds no README when %s', (_, files) => {
  expect(readmeFile(makeNupkgValue({ files }))).toBeUndefined();
});

it('prefers the earlier of the wanted names', () => {
  const nupkg = makeNupkgValue({ files: { LICENSE: 10, 'License.txt': 10 } });
  expect(rootFile(nupkg, ['license.txt', 'license'])).toBe('License.txt');
});
