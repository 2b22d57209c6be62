import { describe, expect, it } from 'vitest';
import { makeGallery } from '../support/make-gallery.ts';
import {
  downloadUrl,
  findName,
  findVersions,
  qualifiedV2Names,
  registrationItems,
} from '../support/psresourceget.ts';
import { renderGallery, SITE_URL, serveInMemory } from '../support/render-gallery.ts';

const INDEX = `${SITE_URL}v3/index.json`;

const gallery = () =>
  makeGallery([
    {
      id: 'Contoso.Tools',
      versions: [
        '1.0',
        '2.0.0-Beta1',
        '2.0.0',
        '11.0.0',
        { version: '12.0.0', listed: false },
        '13.0.0-alpha',
      ],
    },
    { id: 'OnlyPrerelease', versions: ['0.1.0-alpha'] },
    { id: 'Hidden', versions: [{ version: '1.0.0', listed: false }] },
    { id: 'Deploy', kind: 'script', versions: ['1.0.0'] },
  ]);

describe('PSResourceGet against V3', () => {
  const site = serveInMemory(gallery());
  const install = (name: string, version: string) => {
    const url = downloadUrl(site, INDEX, name, version);
    return url === undefined ? undefined : site.get(url);
  };

  it('finds a package in any case, at its latest listed stable version', () => {
    expect(findName(site, INDEX, 'Contoso.Tools')).toBe('11.0.0');
    expect(findName(site, INDEX, 'CONTOSO.TOOLS')).toBe('11.0.0');
    expect(findName(site, INDEX, 'Deploy')).toBe('1.0.0');
  });

  it('finds prereleases only when they are allowed', () => {
    expect(findName(site, INDEX, 'Contoso.Tools', true)).toBe('13.0.0-alpha');
    expect(findName(site, INDEX, 'OnlyPrerelease')).toBeUndefined();
    expect(findName(site, INDEX, 'OnlyPrerelease', true)).toBe('0.1.0-alpha');
  });

  it('finds nothing under an id that is absent, or has unlisted versions only', () => {
    expect(findName(site, INDEX, 'Contoso')).toBeUndefined();
    expect(findName(site, INDEX, 'Hidden', true)).toBeUndefined();
  });

  it('lists every listed version once, the highest first', () => {
    expect(findVersions(site, INDEX, 'Contoso.Tools', '(,)')).toEqual([
      '13.0.0-alpha',
      '11.0.0',
      '2.0.0',
      '2.0.0-Beta1',
      '1.0.0',
    ]);
    expect(findVersions(site, INDEX, 'Contoso.Tools', '[1.0,3.0)')).toEqual([
      '2.0.0',
      '2.0.0-Beta1',
      '1.0.0',
    ]);
    expect(findVersions(site, INDEX, 'Contoso.Tools', '1.0.0.0')).toEqual(['1.0.0']);
  });

  it.each([
    ['1.0.0', 'Contoso.Tools.1.0.nupkg'],
    ['2.0.0', 'Contoso.Tools.2.0.0.nupkg'],
    ['2.0.0-Beta1', 'Contoso.Tools.2.0.0-Beta1.nupkg'],
    ['11.0.0', 'Contoso.Tools.11.0.0.nupkg'],
    ['13.0.0-alpha', 'Contoso.Tools.13.0.0-alpha.nupkg'],
  ])('installs %s from its own blob, though its text lies inside others', (version, blobName) => {
    expect(install('Contoso.Tools', version)).toMatchObject({ kind: 'blob', blobName });
  });

  it('reads items with tags and without `upper`, which would make it reorder them', () => {
    const items = registrationItems(site, INDEX, 'contoso.tools') ?? [];
    expect(items.length).toBeGreaterThan(6);
    for (const { catalogEntry } of items) expect(catalogEntry.tags).toBeInstanceOf(Array);
  });
});

describe('PSResourceGet against V2', () => {
  it('finds neither entry nor count in any file, so that it never takes the first package for the wanted one', () => {
    const feeds = renderGallery(gallery()).filter(
      (file) => file.kind === 'text' && file.path.startsWith('api/v2/') && !file.path.includes('$metadata'),
    );
    expect(feeds.length).toBeGreaterThan(8);
    for (const file of feeds) {
      expect(file.kind === 'text' && qualifiedV2Names(file.text), file.path).toEqual([]);
    }
  });
});
