import { describe, expect, it } from 'vitest';
import { compareNuGetVersions } from '../../../src/domain/nuget-version.ts';
import fc from '../../support/laws.ts';
import { makeGallery } from '../../support/make-gallery.ts';
import { downloadUrl, findVersions, inVersionOrder } from '../../support/psresourceget.ts';
import { serveInMemory } from '../../support/render-gallery.ts';
import { powerShellVersionTexts, versionOf } from '../../support/versions.ts';

/** Every version whose download, as PSResourceGet chooses it, is another version's blob. */
function wrongDownloads(id: string, versions: readonly string[], siteUrl: string): readonly string[] {
  const gallery = makeGallery([{ id, versions }]);
  const site = serveInMemory(gallery, siteUrl);
  const index = `${site.siteUrl}v3/index.json`;
  return versions.filter((version) => {
    const url = downloadUrl(site, index, id, version);
    const file = url === undefined ? undefined : site.get(url);
    return file?.kind !== 'blob' || file.blobName !== `${id}.${version}.nupkg`;
  });
}

const SITE = 'https://host.example/repo/';

describe('the registration for PSResourceGet', () => {
  it.each([
    [['1.0.0', '11.0.0']],
    [['1.0.0', '1.0.0.1', '1.0.0.10', '11.0.0.1']],
    [['1.0', '1.0.0-Beta', '1.0.0-Beta2', '1.0.0-beta10', '21.0.0-Beta']],
    [['0.0.1', '10.0.0.1', '10.0.0', '0.0.10']],
    [['1.1.1', '1.1.1.1', '11.1.1', '11.1.1.1', '1.1.11', '1.11.1']],
    [['2.0.0-rc', '2.0.0-rc1', '12.0.0-rc1', '12.0.0']],
  ])('gives %j each its own blob', (versions) => {
    expect(wrongDownloads('Contoso.Tools', versions, SITE)).toEqual([]);
  });

  it.each([
    ['an id that ends in a number', 'Contoso.2', SITE],
    ['an id that is a version', 'Net1.0.0', SITE],
    ['an id that holds two versions', 'Net1.0.0_2.1.0', SITE],
    ['an id that starts with a version', '1.0.0.Tools', SITE],
    ['a site path that holds a version', 'Tools', 'https://host.example/v1.0.0/2.1.0.0/'],
    ['both', 'Tools.11.0.0', 'https://host.example/2.1.0/'],
    ['a host that holds a version', 'Tools', 'https://v1.0.0.example/'],
    ['this machine', 'Tools', 'http://127.0.0.1:8080/'],
  ])('does so with %s', (_, id, siteUrl) => {
    const versions = ['1.0.0', '1.0.0.2', '2.1.0', '11.0.0', '2.1.0-Beta', '2.1.0.1', '12.1.0'];
    expect(wrongDownloads(id, versions, siteUrl)).toEqual([]);
  });

  it('does so when id and version join into another version', () => {
    // contoso.2.1.0.5.nupkg is both 1.0.5 of Contoso.2 and, as a text, its 2.1.0.5.
    expect(wrongDownloads('Contoso.2', ['1.0.5', '2.1.0', '2.1.0.5', '2.2.1'], SITE)).toEqual([]);
  });

  it('does so for any versions under any id and site', () => {
    const ids = fc.constantFrom('Tools', 'Contoso.2', 'Net1.0.0', 'A.1.0_10.0', '1.1.1', 'x.0.1.2');
    const sites = fc.constantFrom(
      SITE,
      'https://host.example/',
      'https://host.example/1.0.0/',
      'https://host.example/a-0.1.0.1/2.0.0',
    );
    const texts = fc.uniqueArray(powerShellVersionTexts(), {
      minLength: 1,
      maxLength: 9,
      comparator: (a, b) => compareNuGetVersions(versionOf(a), versionOf(b)) === 0,
    });
    fc.assert(
      fc.property(ids, sites, texts, (id, site, versions) => {
        expect(wrongDownloads(id, versions, site)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('shows every listed version once, the highest first, whatever was put ahead', () => {
    const versions = ['1.0.0', '11.0.0', '111.0.0', '1.0.0-a', '11.0.0-a'];
    const site = serveInMemory(makeGallery([{ id: 'Tools', versions }]));
    const found = findVersions(site, `${site.siteUrl}v3/index.json`, 'Tools', '(,)');
    expect(found).toEqual(inVersionOrder(versions).toReversed());
  });

  // A known failure: the host's own name is in every address, and its dots cannot be escaped.
  it('cannot do so where the name of the host holds two of the versions', () => {
    expect(wrongDownloads('Tools', ['0.0.1', '7.0.0'], 'http://127.0.0.1:8080/')).not.toEqual([]);
  });
});
