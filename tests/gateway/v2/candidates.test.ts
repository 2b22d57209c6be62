import { describe, expect, it } from 'vitest';
import type { CatalogueVersion } from '../../../src/gateway/catalogue/catalogue.ts';
import {
  type CandidateWish,
  candidates,
  findVersion,
  type UpdateWish,
  updateCandidates,
} from '../../../src/gateway/v2/candidates.ts';
import { catalogueOf } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';

const catalogue = catalogueOf(
  makeGallery([
    {
      id: 'Contoso.Net',
      versions: [{ version: '0.9', listed: false }, '1.0', '1.10.0', '2.0.0-beta', '2.0.0-rc'],
    },
    { id: 'Invoke-It', kind: 'script', versions: ['1.0.0'] },
    { id: 'Preview', versions: ['0.1.0-alpha'] },
  ]),
);

const names = (versions: Iterable<CatalogueVersion>) =>
  [...versions].map(({ owner, at }) => `${owner.id} ${owner.versions[at]}`);

describe('candidates', () => {
  const ALL: CandidateWish = { isScriptsOnly: false, isListedOnly: false, isStableOnly: false };

  it.each<[string, Partial<CandidateWish>, string[]]>([
    [
      'all, in order of ids and versions',
      {},
      [
        'Contoso.Net 0.9',
        'Contoso.Net 1.0',
        'Contoso.Net 1.10.0',
        'Contoso.Net 2.0.0-beta',
        'Contoso.Net 2.0.0-rc',
        'Invoke-It 1.0.0',
        'Preview 0.1.0-alpha',
      ],
    ],
    ['scripts', { isScriptsOnly: true }, ['Invoke-It 1.0.0']],
    ['one id, once', { ids: ['preview', 'preview', 'absent'] }, ['Preview 0.1.0-alpha']],
    [
      'listed and stable ones',
      { isListedOnly: true, isStableOnly: true },
      ['Contoso.Net 1.0', 'Contoso.Net 1.10.0', 'Invoke-It 1.0.0'],
    ],
    ['the latest', { only: 'latest' }, ['Contoso.Net 1.10.0', 'Invoke-It 1.0.0']],
    [
      'the latest of all',
      { only: 'absolute-latest' },
      ['Contoso.Net 2.0.0-rc', 'Invoke-It 1.0.0', 'Preview 0.1.0-alpha'],
    ],
    ['the latest of all, if stable', { only: 'absolute-latest', isStableOnly: true }, ['Invoke-It 1.0.0']],
  ])('gives %s', (_, wish, expected) => {
    expect(names(candidates(catalogue, { ...ALL, ...wish }))).toEqual(expected);
  });
});

describe('findVersion', () => {
  it.each([
    ['contoso.net', '1.0', '1.0'],
    ['Contoso.Net', '1.0.0.0', '1.0'],
    ['CONTOSO.NET', '2.0.0-RC', '2.0.0-rc'],
    ['Contoso.Net', '0.9.0', '0.9'],
    ['Contoso.Net', '3.0.0', undefined],
    ['Contoso.Net', 'x', undefined],
    ['Absent', '1.0.0', undefined],
  ])('finds %s %s as %s', (id, version, expected) => {
    const found = findVersion(catalogue, id, version);
    expect(found?.owner.versions[found.at]).toBe(expected);
  });
});

describe('updateCandidates', () => {
  const wish: UpdateWish = {
    ids: ['contoso.net', 'Absent', 'Invoke-It'],
    versions: ['1.0', '1.0', '1.0.0'],
    constraints: [],
    isPrereleaseWanted: false,
    isEveryVersionWanted: false,
  };

  it.each<[string, Partial<UpdateWish>, string[]]>([
    ['the highest stable one', {}, ['Contoso.Net 1.10.0']],
    ['a prerelease when it is wanted', { isPrereleaseWanted: true }, ['Contoso.Net 2.0.0-rc']],
    [
      'every one that is newer',
      { isPrereleaseWanted: true, isEveryVersionWanted: true },
      ['Contoso.Net 1.10.0', 'Contoso.Net 2.0.0-beta', 'Contoso.Net 2.0.0-rc'],
    ],
    ['none outside of the range', { constraints: ['[1.0,1.5)'] }, []],
    ['one inside of the range', { constraints: ['[1.0,2.0)'] }, ['Contoso.Net 1.10.0']],
    ['nothing for what is up to date', { versions: ['1.10', '1', '1'] }, []],
    ['nothing for what cannot be read', { versions: ['x', '', ''] }, []],
    ['none that is not listed', { versions: ['0.1', '', ''], constraints: ['(,1.0)'] }, []],
  ])('gives %s', (_, part, expected) => {
    expect(names(updateCandidates(catalogue, { ...wish, ...part }))).toEqual(expected);
  });

  it('looks for one after the other, so that a request which names thousands can be left at any time', () => {
    const ids: string[] = [];
    const asked = new Proxy(catalogue.byKey, {
      get: (map, name) =>
        name === 'get'
          ? (key: string) => {
              ids.push(key);
              return map.get(key);
            }
          : undefined,
    });
    const [first] = updateCandidates({ ...catalogue, byKey: asked }, wish);
    expect([first?.owner.id, ids]).toEqual(['Contoso.Net', ['contoso.net']]);
  });
});
