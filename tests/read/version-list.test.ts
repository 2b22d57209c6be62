import { describe, expect, it } from 'vitest';
import { listedKey, parseVersionList } from '../../src/read/version-list.ts';
import { makeGallery } from '../support/make-gallery.ts';
import { SITE_URL, serveInMemory } from '../support/render-gallery.ts';
import { makeVersionList } from '../support/version-lists.ts';

const problemOf = (text: string) => {
  const parsed = parseVersionList(text);
  return parsed.ok ? undefined : parsed.problem;
};

describe('a list of versions', () => {
  it('is read as the feed writes it, with unlisted versions and all removals', () => {
    const removal = { sha512: 'x', removed: '2026-02-01T00:00:00Z', by: 'ada', reason: 'Held a password.' };
    const gallery = makeGallery([
      {
        id: 'Tools',
        versions: ['1.0', { version: '1.1.0', listed: false }],
        removed: [{ version: '0.9.0', ...removal }],
      },
      // Nothing is left of it but its removal.
      { id: 'Gone', versions: [], removed: [{ version: '1.0.0', ...removal }] },
    ]);
    const parsed = parseVersionList(serveInMemory(gallery).text(`${SITE_URL}api/versions.json`));
    if (!parsed.ok) throw new Error(parsed.problem);
    expect(parsed.value.versions).toMatchObject([
      { id: 'Tools', version: '1.0', isListed: true, path: 'v3/flatcontainer/tools/1.0.0/tools.1.0.0.nupkg' },
      { id: 'Tools', version: '1.1.0', isListed: false },
    ]);
    expect(parsed.value.removed).toMatchObject([
      { id: 'Gone', version: '1.0.0', reason: 'Held a password.' },
      { id: 'Tools', version: '0.9.0' },
    ]);
  });

  const list = makeVersionList(['A 1.0.0', 'B 1.0.0']);
  const changed = (change: object) =>
    JSON.stringify({ ...list, versions: list.versions.map((item) => ({ ...item, ...change })) });

  it.each([
    ['', /no JSON/],
    ['<!doctype html>', /no JSON/],
    [JSON.stringify(list).slice(0, -3), /breaks off/],
    ['null', /no list/],
    ['[]', /no list/],
    ['{}', /no list of versions of pwshelf: kind/],
    [JSON.stringify({ ...list, kind: 'other' }), /kind/],
    [JSON.stringify({ ...list, schema: 2 }), /schema/],
    [JSON.stringify({ ...list, removed: undefined }), /removed/],
    [JSON.stringify({ ...list, site: 'ftp://host/' }), /site/],
    [changed({ id: 'A' }), /twice/],
    [changed({ version: 'one' }), /cannot be/],
    [changed({ id: 'a/../b' }), /cannot be/],
    [changed({ sha512: 'short' }), /sha512/],
    [changed({ path: '../../etc/passwd' }), /path/],
    [changed({ path: '/etc/passwd' }), /path/],
    [changed({ path: 'a/..b' }), /path/],
    [changed({ path: 'a\\b' }), /path/],
  ])('is refused when it is %j', (text, problem) => {
    expect(problemOf(text)).toMatch(problem);
  });

  it('may say more than is known here', () => {
    expect(problemOf(JSON.stringify({ ...list, more: 1 }))).toBeUndefined();
  });
});

it.each([
  ['A', '1.0', 'a/1.0.0'],
  ['a', '1.0.0.0', 'a/1.0.0'],
  ['A', '1.0.0-Beta', 'a/1.0.0-beta'],
  ['A', 'one', undefined],
  ['a b', '1.0', undefined],
])('knows %s %s as %s', (id, version, key) => {
  expect(listedKey(id, version)).toBe(key);
});
