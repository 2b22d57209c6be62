import { expect, it } from 'vitest';
import { openPageLedger } from '../../src/io/page-ledger.ts';

const BEFORE = {
  inputs: '',
  findings: [],
  packageCount: 0,
  versionCount: 0,
  groups: {
    'site/a/index.html': { stamp: 'key 1', paths: ['a/index.html'] },
    'site/b/index.html': { stamp: '1', paths: ['b/index.html'] },
  },
  folders: {},
};

it('leaves out what has the key of the last build, and nothing else', () => {
  const pages = openPageLedger(BEFORE);
  expect(pages.take('a/index.html', '1')).toBe(false);
  expect(pages.take('a/index.html', '2')).toBe(true);
  // The hash of a content is no key, even where the two are the same text.
  expect(pages.take('b/index.html', '1')).toBe(true);
  expect(pages.take('c/index.html', '1')).toBe(true);
});

it('notes every page, and which were left out', () => {
  const pages = openPageLedger(BEFORE);
  pages.take('a/index.html', '1');
  pages.take('c/index.html', '1');
  expect([...pages.stamps.keys()]).toEqual(['a/index.html', 'c/index.html']);
  expect([...pages.kept]).toEqual(['a/index.html']);
});

it('renders all without a ledger', () => {
  expect(openPageLedger(undefined).take('a/index.html', '1')).toBe(true);
});
