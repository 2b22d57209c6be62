import { describe, expect, it } from 'vitest';
import { makeGallery } from '../../support/make-gallery.ts';
import { SITE_URL, serveInMemory } from '../../support/render-gallery.ts';

interface Page {
  readonly '@id': string;
  readonly count: number;
  readonly lower: string;
  readonly upper: string;
  readonly items?: readonly { readonly catalogEntry: { readonly version: string } }[];
}

const ROOT = `${SITE_URL}v3/registration/many/`;

function registration(count: number) {
  const versions = Array.from({ length: count }, (_, index) => `1.${index}.0`);
  const site = serveInMemory(makeGallery([{ id: 'Many', versions }]));
  const index = JSON.parse(site.text(`${ROOT}index.json`)) as {
    readonly count: number;
    readonly items: readonly Page[];
  };
  return { site, index };
}

describe('an ordinary registration', () => {
  it.each([1, 2, 64])('holds up to 64 versions itself: %i', (count) => {
    const { index } = registration(count);
    expect(index.count).toBe(1);
    const [page] = index.items;
    expect(page?.items).toHaveLength(count);
    expect(page).toMatchObject({ count, lower: '1.0.0', upper: `1.${count - 1}.0` });
    expect(page?.['@id']).toBe(`${ROOT}index.json#page/1.0.0/1.${count - 1}.0`);
  });

  it.each([
    [65, [64, 1]],
    [128, [64, 64]],
    [130, [64, 64, 2]],
  ])('puts %i versions into pages beside it, each where its address says', (count, sizes) => {
    const { site, index } = registration(count);
    expect(index.items.map((page) => page.count)).toEqual(sizes);
    expect(index.items.every((page) => page.items === undefined)).toBe(true);
    const all = index.items.flatMap((summary) => {
      const page = JSON.parse(site.text(summary['@id'])) as Page;
      const versions = page.items?.map(({ catalogEntry }) => catalogEntry.version) ?? [];
      expect(page).toMatchObject({ ...summary, lower: versions[0], upper: versions.at(-1) });
      return versions;
    });
    expect(all).toEqual(Array.from({ length: count }, (_, minor) => `1.${minor}.0`));
  });

  it('is in ascending order, while the one for PSResourceGet is in descending order on one page', () => {
    const site = serveInMemory(makeGallery([{ id: 'Many', versions: ['2.0.0', '1.0.0', '1.0.0-b'] }]));
    const versionsAt = (root: string) =>
      (
        JSON.parse(site.text(`${SITE_URL}v3/${root}/many/index.json`)) as { readonly items: readonly Page[] }
      ).items.flatMap((page) => page.items?.map(({ catalogEntry }) => catalogEntry.version) ?? []);
    expect(versionsAt('registration')).toEqual(['1.0.0-b', '1.0.0', '2.0.0']);
    expect(versionsAt('registration-exact')).toEqual(['2.0.0', '1.0.0', '1.0.0-b']);
  });
});

describe('the details of a version', () => {
  const details = (version: object, more: object = {}) => {
    const site = serveInMemory(
      makeGallery([{ id: 'Many', versions: [{ version: '1.0.0', ...version }], ...more }, { id: 'Base' }]),
    );
    return JSON.parse(site.text(`${ROOT}1.0.0.json`)) as Record<string, unknown>;
  };

  it('links a dependency to its registration only where it is here', () => {
    const [group] = details({ dependencies: { base: '1.0', Absent: '' } }).dependencyGroups as {
      dependencies: object[];
    }[];
    expect(group?.dependencies).toEqual([
      {
        '@type': 'PackageDependency',
        id: 'base',
        range: '[1.0.0, )',
        registration: `${SITE_URL}v3/registration/base/index.json`,
      },
      { '@type': 'PackageDependency', id: 'Absent', range: '(, )' },
    ]);
  });

  it('has a date that clients take for unlisted', () => {
    expect(details({ listed: false })).toMatchObject({
      listed: false,
      published: '1900-01-01T00:00:00.000Z',
    });
    expect(details({})).toMatchObject({ listed: true, published: '2026-01-01T09:30:00.000Z' });
  });

  it('tells a deprecation of the version before that of the package', () => {
    const ofPackage = { deprecated: { reasons: ['Legacy'], replacement: 'Base' } };
    expect(details({}, ofPackage).deprecation).toEqual({
      '@type': 'deprecation',
      reasons: ['Legacy'],
      alternatePackage: { '@type': 'alternatePackage', id: 'Base', range: '*' },
    });
    expect(
      details({ deprecated: { reasons: ['CriticalBugs'], message: 'Stop.' } }, ofPackage).deprecation,
    ).toEqual({
      '@type': 'deprecation',
      message: 'Stop.',
      reasons: ['CriticalBugs'],
    });
    expect(details({})).not.toHaveProperty('deprecation');
  });

  it('has tags as a list and authors as one text, as PSResourceGet reads them', () => {
    expect(details({ nuspec: { authors: 'Ada, Grace', tags: ['Network'] } })).toMatchObject({
      authors: 'Ada, Grace',
      tags: ['Network', 'PSModule'],
    });
  });
});
