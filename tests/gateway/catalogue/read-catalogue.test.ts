import { describe, expect, it } from 'vitest';
import { feedUrls } from '../../../src/feed/urls.ts';
import { v2EntryValues } from '../../../src/feed/v2/entry-values.ts';
import { shownAt } from '../../../src/gateway/catalogue/catalogue.ts';
import { readCatalogue } from '../../../src/gateway/catalogue/read-catalogue.ts';
import { GOLDEN_GALLERIES } from '../../feed/golden-galleries.ts';
import { catalogueBytes, catalogueOf } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';
import { SITE_URL } from '../../support/render-gallery.ts';

describe.each(GOLDEN_GALLERIES)('the catalogue of tests/galleries/$name', ({ gallery: make }) => {
  const gallery = make();
  const catalogue = catalogueOf(gallery);

  it('has every property of every version, as the static feed has it', () => {
    const context = { urls: feedUrls(SITE_URL), repository: gallery.settings.repository };
    const expected = gallery.packages.map((owner) =>
      owner.versions.map((item) => v2EntryValues(context, owner, item)),
    );
    expect(catalogue.packages.map((item) => item.values())).toEqual(expected);
  });

  it('knows without reading on what is listed, and which versions are the latest', () => {
    for (const owner of gallery.packages) {
      const found = catalogue.byKey.get(owner.key);
      expect(found?.versions.map((_, at) => found.isListed(at))).toEqual(
        owner.versions.map(({ isListed }) => isListed),
      );
      expect(found?.versions[found.latest]).toBe(owner.latest?.version.original);
      expect(found?.versions[found.absoluteLatest]).toBe(owner.absoluteLatest?.version.original);
    }
  });
});

describe('the catalogue', () => {
  it('finds packages by their keys, in the order of these', () => {
    const { packages, byKey } = catalogueOf(makeGallery([{ id: 'b.B' }, { id: 'A' }, { id: 'Zed' }]));
    expect(packages.map(({ id }) => id)).toEqual(['A', 'b.B', 'Zed']);
    expect(byKey.get('b.b')?.id).toBe('b.B');
  });

  it('shows the latest stable version, else the latest prerelease, else the highest', () => {
    const gallery = makeGallery([
      { id: 'Stable', versions: ['1.0.0', '2.0.0-beta'] },
      { id: 'Beta', versions: ['1.0.0-alpha', '1.0.0-beta'] },
      {
        id: 'Hidden',
        versions: [
          { version: '1.0.0', listed: false },
          { version: '2.0.0', listed: false },
        ],
      },
    ]);
    const shown = catalogueOf(gallery).packages.map((item) => item.versions[shownAt(item)]);
    expect(shown).toEqual(['1.0.0-beta', '2.0.0', '1.0.0']);
  });

  it('keeps what is said alike of many versions once', () => {
    const versions = Array.from({ length: 50 }, (_, at) => ({
      version: `1.${at}.0`,
      description: 'A long description. '.repeat(50),
    }));
    const [one, many] = [versions.slice(0, 1), versions].map(
      (some) => catalogueBytes(makeGallery([{ id: 'A', versions: some }])).length,
    );
    expect(many).toBeLessThan((one ?? 0) + 50 * 300);
  });

  it.each([
    ['cut off', (bytes: Uint8Array) => bytes.subarray(0, bytes.length - 5), 'CATALOGUE_BROKEN'],
    [
      'with a line too many',
      (bytes: Uint8Array) => Buffer.concat([bytes, Buffer.from('{}\n')]),
      'CATALOGUE_BROKEN',
    ],
    ['of another format', () => Buffer.from('{"format":99}\n'), 'CATALOGUE_FORMAT'],
  ])('is refused when it is %s', (_, change, code) => {
    const bytes = change(catalogueBytes(makeGallery([{ id: 'A' }])));
    expect(() => readCatalogue(bytes, 'mark')).toThrow(expect.objectContaining({ code }));
  });

  it('names the ids that are gone, and no others', () => {
    const removed = [
      { version: '1.0.0', sha512: '', removed: '2026-01-01T00:00:00Z', by: 'contoso', reason: 'Broken.' },
    ];
    const gallery = makeGallery([
      { id: 'Here', versions: ['2.0.0'], removed },
      { id: 'Gone', versions: [], removed },
    ]);
    expect(catalogueOf(gallery).head.goneIds).toEqual(['gone']);
  });
});
