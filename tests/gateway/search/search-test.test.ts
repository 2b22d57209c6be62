import { describe, expect, it } from 'vitest';
import { shownAt } from '../../../src/gateway/catalogue/catalogue.ts';
import { searchTest } from '../../../src/gateway/search/search-test.ts';
import { catalogueOf } from '../../support/gateway-catalogue.ts';
import fc from '../../support/laws.ts';
import { makeGallery } from '../../support/make-gallery.ts';
import { exportsOf } from '../../support/make-nupkg-value.ts';

const catalogue = catalogueOf(
  makeGallery([
    {
      id: 'Contoso.NetTools',
      owners: ['contoso-net'],
      versions: [
        { version: '1.0.0', nuspec: { tags: ['legacy'] } },
        {
          version: '2.0.0',
          nuspec: { tags: ['network', 'ping', 'Linux'], description: 'Looks at networks from afar.' },
          manifest: {
            functionsToExport: exportsOf('Get-Net', 'Get-NetRoute'),
            powerShellVersion: '5.1',
            compatiblePSEditions: ['Desktop', 'Core'],
            aliasesToExport: exportsOf('gnr'),
          },
          dependencies: { 'Contoso.Base': '[1.0.0, )' },
        },
      ],
    },
    {
      id: 'Contoso.Base',
      versions: [
        {
          version: '1.0.0',
          nuspec: {
            description: 'What the tools of Contoso stand on: a café of functions.',
            authors: 'Ada B',
          },
          manifest: { functionsToExport: exportsOf('Get-NetworkBase'), compatiblePSEditions: ['Core'] },
        },
      ],
    },
    { id: 'Invoke-Cleanup', kind: 'script', versions: ['1.0.0', '1.1.0-beta'] },
    {
      id: 'FileDsc',
      categories: [],
      versions: [{ version: '0.5.0-alpha', manifest: { dscResourcesToExport: exportsOf('FileShare') } }],
    },
  ]),
);

function found(text: string): readonly string[] {
  const test = searchTest(text);
  if (!test.ok) throw new Error(test.problem);
  return catalogue.packages
    .map((owner) => ({ id: owner.id, score: test.value({ owner, at: shownAt(owner) }) }))
    .filter(({ score }) => score !== undefined)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ id }) => id);
}

describe('searchTest', () => {
  it.each([
    ['', ['Contoso.Base', 'Contoso.NetTools', 'FileDsc', 'Invoke-Cleanup']],
    ['contoso.nettools', ['Contoso.NetTools']],
    ['tools', ['Contoso.NetTools', 'Contoso.Base']],
    ['nettools', ['Contoso.NetTools']],
    ['ettool', ['Contoso.NetTools']],
    ['contoso base', ['Contoso.Base', 'Contoso.NetTools'].slice(0, 1)],
    ['cafe', ['Contoso.Base']],
    ['CAFÉ functions', ['Contoso.Base']],
    ['"networks from afar"', ['Contoso.NetTools']],
    ['"afar networks"', []],
    ['Get-NetRoute', ['Contoso.NetTools']],
    ['tag:ping', ['Contoso.NetTools']],
    ['tag:pin', []],
    ['tag:PSCommand_Get-Net', ['Contoso.NetTools']],
    ['tag:legacy', []],
    ['tag:network tag:ping', ['Contoso.NetTools']],
    ['tag:network tag:absent', []],
    ['Tags:"network" "ping"', ['Contoso.NetTools']],
    ['Functions:Get-Net', ['Contoso.NetTools']],
    ['Functions:Get-Net*', ['Contoso.Base', 'Contoso.NetTools']],
    ['Commands:gnr', ['Contoso.NetTools']],
    ['Aliases:gnr', ['Contoso.NetTools']],
    ['Commands:Invoke-Cleanup', ['Invoke-Cleanup']],
    ['DscResources:fileshare', ['FileDsc']],
    ['Cmdlets:Get-Net', []],
    ['Contoso.*', ['Contoso.Base', 'Contoso.NetTools']],
    ['*dsc', ['FileDsc']],
    ['Id:net', ['Contoso.NetTools']],
    ['Id:Contoso.*', ['Contoso.Base', 'Contoso.NetTools']],
    ['Owner:contoso-net', ['Contoso.NetTools']],
    ['Author:ada', ['Contoso.Base']],
    ['Type:script', ['Invoke-Cleanup']],
    ['Edition:Desktop', ['Contoso.NetTools']],
    ['OS:linux', ['Contoso.NetTools']],
    ['Includes:DscResource', ['FileDsc']],
    ['Includes:dsc-resource', ['FileDsc']],
    ['Dependency:contoso.base', ['Contoso.NetTools']],
    ['Version:2.0', ['Contoso.NetTools']],
    ['Version:>=1.0', ['Contoso.Base', 'Contoso.NetTools', 'Invoke-Cleanup']],
    ['Prerelease:yes', ['FileDsc', 'Invoke-Cleanup']],
    ['Updated:2026-01-02', ['Contoso.NetTools']],
    ['PowerShellVersion:"5.1"', ['Contoso.NetTools', 'FileDsc', 'Invoke-Cleanup']],
    ['PowerShellVersion:"2.0"', ['FileDsc', 'Invoke-Cleanup']],
    ['PowerShellVersion:"7.4"', ['Contoso.Base', 'Contoso.NetTools', 'FileDsc', 'Invoke-Cleanup']],
    ['contoso -base', ['Contoso.NetTools', 'FileDsc', 'Invoke-Cleanup']],
    ['tag:ping OR tag:PSScript', ['Contoso.NetTools', 'Invoke-Cleanup']],
  ])('finds by %s', (text, expected) => {
    expect([...found(text)].sort()).toEqual([...expected].sort());
  });

  it('puts the package first that is called so', () => {
    expect(found('contoso.base')[0]).toBe('Contoso.Base');
    expect(found('Get-NetworkBase OR contoso.nettools')[0]).toBe('Contoso.NetTools');
  });

  it('looks at the tags of the very version that it is asked about', () => {
    const test = searchTest('tag:legacy');
    const owner = catalogue.byKey.get('contoso.nettools');
    if (!test.ok || !owner) throw new Error('no test');
    expect(owner.versions.map((_, at) => test.value({ owner, at }) !== undefined)).toEqual([true, false]);
  });

  it.each(['Quality:>=80', 'License:MIT', 'Parameters:Path'])('says that only the site knows %s', (text) => {
    const test = searchTest(text);
    expect(test.ok ? undefined : test.problem).toMatch(
      /^(?:Quality|License|Parameters): is known to the search of the site only/,
    );
  });

  it('takes every text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const test = searchTest(text);
        if (test.ok) for (const owner of catalogue.packages) test.value({ owner, at: 0 });
      }),
    );
  });
});
