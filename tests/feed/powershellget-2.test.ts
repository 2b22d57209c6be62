import { describe, expect, it } from 'vitest';
import { makeGallery } from '../support/make-gallery.ts';
import { findByName, registerRepository, resolveInstall, search } from '../support/powershellget-2.ts';
import { readFeed } from '../support/provider-feed.ts';
import { SITE_URL, serveInMemory } from '../support/render-gallery.ts';

const SOURCE = `${SITE_URL}api/v2/`;
const SCRIPTS = `${SOURCE}items/psscript/`;

const gallery = () =>
  makeGallery([
    { id: 'Contoso.Base', versions: ['1.0', '1.5', '2.0.0', { version: '2.1.0', listed: false }] },
    { id: 'Contoso.Base.Extra' },
    {
      id: 'Contoso.Tools',
      versions: [
        { version: '1.0.0', dependencies: { 'contoso.base': '[1.0, 2.0)' } },
        { version: '1.1.0-beta', dependencies: { 'Contoso.Base': '[2.0.0]' } },
      ],
    },
    { id: 'Contoso.Pinned', versions: [{ version: '1.0.0', dependencies: { 'Contoso.Base': '[2.1.0]' } }] },
    { id: 'Contoso.Broken', versions: [{ version: '1.0.0', dependencies: { Absent: '1.0' } }] },
    { id: 'OnlyPrerelease', versions: ['0.1.0-alpha', '0.2.0-alpha'] },
    { id: 'Hidden', versions: [{ version: '3.0.0', listed: false }] },
    { id: 'NeedsHidden', versions: [{ version: '1.0.0', dependencies: { Hidden: '1.0' } }] },
    {
      id: 'Deploy',
      kind: 'script',
      versions: [{ version: '1.0.0', dependencies: { 'Contoso.Tools': '1.0.0', Part: '' } }],
    },
    { id: 'Part', kind: 'script' },
  ]);

describe.each(['html', 'extensionless', 'both', 'gateway'] as const)(
  'PowerShellGet 2 against V2 files for a %s host',
  (hosting) => {
    const site = serveInMemory({ ...gallery(), settings: { ...gallery().settings, hosting } });
    const named = (
      items: readonly { readonly id: string; readonly version: { readonly original: string } }[],
    ) => items.map(({ id, version }) => `${id} ${version.original}`);
    const find = (
      ...rest: Parameters<typeof findByName> extends [unknown, unknown, ...infer Rest] ? Rest : never
    ) => named(findByName(site, SOURCE, ...rest));

    it('registers, with or without the trailing slash, and derives the script source', () => {
      const expected = {
        protocol: 'V2',
        scriptSource: SCRIPTS,
        publishLocation: `${SOURCE}package/`,
      };
      expect(registerRepository(site, SOURCE)).toEqual(expected);
      expect(registerRepository(site, SOURCE.slice(0, -1))).toEqual(expected);
    });

    it('lists one stable version of every listed module, and no script', () => {
      expect(named(search(site, SOURCE))).toEqual([
        'Contoso.Base 2.0.0',
        'Contoso.Base.Extra 1.0.0',
        'Contoso.Broken 1.0.0',
        'Contoso.Pinned 1.0.0',
        'Contoso.Tools 1.0.0',
        'NeedsHidden 1.0.0',
      ]);
      expect(named(search(site, SOURCE, '*base'))).toEqual(['Contoso.Base 2.0.0']);
      expect(named(search(site, SCRIPTS))).toEqual(['Deploy 1.0.0', 'Part 1.0.0']);
    });

    it('finds by name, in any case, the latest listed stable version of that id alone', () => {
      expect(find('Contoso.Base')).toEqual(['Contoso.Base 2.0.0']);
      expect(find('CONTOSO.base')).toEqual(['Contoso.Base 2.0.0']);
      expect(find('Contoso')).toEqual([]);
      expect(find('Absent')).toEqual([]);
      expect(find('OnlyPrerelease')).toEqual([]);
      expect(find('Hidden')).toEqual([]);
    });

    it('finds prereleases only when they are allowed', () => {
      expect(find('OnlyPrerelease', { allowPrerelease: true })).toEqual(['OnlyPrerelease 0.2.0-alpha']);
      expect(find('Contoso.Tools', { allowPrerelease: true })).toEqual(['Contoso.Tools 1.1.0-beta']);
      expect(find('Contoso.Tools', { minimumVersion: '1.0' })).toEqual(['Contoso.Tools 1.0.0']);
    });

    it('finds an exact version in any spelling, unlisted ones too', () => {
      expect(find('Contoso.Base', { requiredVersion: '1.0.0.0' })).toEqual(['Contoso.Base 1.0']);
      expect(find('Contoso.Base', { requiredVersion: '2.1.0' })).toEqual(['Contoso.Base 2.1.0']);
      expect(find('Hidden', { requiredVersion: '3.0' })).toEqual(['Hidden 3.0.0']);
      expect(find('Contoso.Base', { requiredVersion: '9.9' })).toEqual([]);
    });

    it('keeps unlisted versions out of ranges and of all versions', () => {
      expect(find('Contoso.Base', { minimumVersion: '1.5' })).toEqual([
        'Contoso.Base 1.5',
        'Contoso.Base 2.0.0',
      ]);
      expect(find('Contoso.Base', { maximumVersion: '1.5' })).toEqual([
        'Contoso.Base 1.0',
        'Contoso.Base 1.5',
      ]);
      expect(find('Contoso.Base', { allVersions: true })).toEqual([
        'Contoso.Base 2.0.0',
        'Contoso.Base 1.5',
        'Contoso.Base 1.0',
      ]);
    });

    it('installs a module with the highest dependency that its range allows', () => {
      expect(named(resolveInstall(site, SOURCE, 'Contoso.Tools'))).toEqual([
        'Contoso.Tools 1.0.0',
        'Contoso.Base 1.5',
      ]);
      expect(named(resolveInstall(site, SOURCE, 'Contoso.Tools', { allowPrerelease: true }))).toEqual([
        'Contoso.Tools 1.1.0-beta',
        'Contoso.Base 2.0.0',
      ]);
    });

    it('installs an unlisted dependency where it is pinned, or the only one', () => {
      expect(named(resolveInstall(site, SOURCE, 'Contoso.Pinned'))).toContain('Contoso.Base 2.1.0');
      expect(named(resolveInstall(site, SOURCE, 'NeedsHidden'))).toContain('Hidden 3.0.0');
    });

    it('refuses a module whose dependency is not here', () => {
      expect(() => resolveInstall(site, SOURCE, 'Contoso.Broken')).toThrow(
        'Unable to find dependent package Absent',
      );
    });

    it('installs a script with the scripts and modules that it requires, from the script source', () => {
      expect(named(resolveInstall(site, SCRIPTS, 'Deploy'))).toEqual([
        'Deploy 1.0.0',
        'Contoso.Tools 1.0.0',
        'Part 1.0.0',
        'Contoso.Base 1.5',
      ]);
    });

    it('downloads each version from an address that is its own blob', () => {
      const all = [SOURCE, SCRIPTS].flatMap((source) =>
        readFeed(site.text(`${source}FindPackagesById()?id='x'`)),
      );
      expect(all.length).toBeGreaterThan(10);
      for (const { id, version, contentUrl } of all) {
        expect(site.get(contentUrl)).toMatchObject({
          kind: 'blob',
          blobName: `${id}.${version.original}.nupkg`,
        });
      }
    });
  },
);

it('reads a feed whose packages claim what its provider crashes on', () => {
  const site = serveInMemory(
    makeGallery([
      {
        id: 'Odd',
        versions: [
          {
            version: '1.0.0',
            nuspec: {
              description: undefined,
              authors: undefined,
              licenseUrl: 'https:///no-host',
              projectUrl: 'docs/index.html',
              iconUrl: 'file:///icon.png',
              minClientVersion: '3',
              releaseNotes: '\u0000\u001b[31m</a:entry>',
            },
            manifest: { author: undefined },
          },
        ],
      },
    ]),
  );
  expect(findByName(site, SOURCE, 'Odd')).toHaveLength(1);
});

it('finds exactly one latest version of an id however many entries the feed has', () => {
  for (const count of [1, 39, 40, 41, 120]) {
    const versions = Array.from({ length: count }, (_, index) => `1.${index}.0`);
    const site = serveInMemory(makeGallery([{ id: 'Many', versions }]));
    expect(findByName(site, SOURCE, 'Many').map(({ version }) => version.original)).toEqual([
      `1.${count - 1}.0`,
    ]);
  }
});
