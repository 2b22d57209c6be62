import { describe, expect, it } from 'vitest';
import { createScanTurns } from '../../../src/gateway/scan-turns.ts';
import { readV3Options } from '../../../src/gateway/v3/v3-options.ts';
import { renderV3Autocomplete, renderV3Search } from '../../../src/gateway/v3/v3-search.ts';
import { catalogueOf } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';
import { SITE_URL, serveInMemory } from '../../support/render-gallery.ts';

const gallery = makeGallery([
  {
    id: 'Contoso.Net',
    versions: ['1.0.0', '1.10.0', '2.0.0-beta', { version: '0.9.0', listed: false }].toSorted(),
  },
  { id: 'Contoso.NetTools', versions: ['1.0.0', '1.1.0-rc.1'] },
  { id: 'Preview', versions: ['0.1.0-alpha'] },
  { id: 'Dotted', versions: ['1.0.0-alpha.1', '1.0.0-beta.2'] },
  { id: 'Hidden', versions: [{ version: '1.0.0', listed: false }] },
]);
const catalogue = catalogueOf(gallery);

const render = (query: string) =>
  renderV3Search(catalogue, readV3Options(new URLSearchParams(query)), createScanTurns(() => 0).begin());

async function search(query: string) {
  const answer = await render(query);
  if (!answer.ok) throw new Error(answer.problem.message);
  return JSON.parse(answer.value) as {
    readonly totalHits: number;
    readonly data: readonly {
      readonly id: string;
      readonly version: string;
      readonly versions: readonly { readonly version: string }[];
    }[];
  };
}

function complete(query: string) {
  return JSON.parse(renderV3Autocomplete(catalogue, readV3Options(new URLSearchParams(query)))) as {
    readonly totalHits: number;
    readonly data: readonly string[];
  };
}

describe('search', () => {
  it.each([
    ['', ['Contoso.Net', 'Contoso.NetTools']],
    ['q=contoso.net', ['Contoso.Net', 'Contoso.NetTools']],
    ['q=tools', ['Contoso.NetTools']],
    ['q=absent', []],
    ['q=hidden', []],
    ['q=preview', []],
    ['q=preview&prerelease=True', ['Preview']],
    ['prerelease=true', ['Contoso.Net', 'Contoso.NetTools', 'Preview']],
    ['prerelease=true&semVerLevel=2.0.0', ['Contoso.Net', 'Contoso.NetTools', 'Dotted', 'Preview']],
    ['Q=TOOLS&PreRelease=False&semverlevel=2.0.0', ['Contoso.NetTools']],
    ['packageType=Dependency', ['Contoso.Net', 'Contoso.NetTools']],
    ['packageType=DotnetTool', []],
    ['packageType=', ['Contoso.Net', 'Contoso.NetTools']],
    ['skip=1', ['Contoso.NetTools']],
    ['take=1', ['Contoso.Net']],
    ['skip=5', []],
    ['take=0', []],
    ['skip=x&take=-1', ['Contoso.Net', 'Contoso.NetTools']],
  ])('answers ?%s', async (query, expected) => {
    expect((await search(query)).data.map(({ id }) => id)).toEqual(expected);
  });

  it('counts all hits, whatever the page', async () => {
    expect((await search('take=1')).totalHits).toBe(2);
    expect((await search('skip=9&take=1')).totalHits).toBe(2);
  });

  it('shows the highest version that the searcher may see, and the others beside it', async () => {
    const shown = async (query: string) =>
      (await search(query)).data.map(({ id, version, versions }) => [
        id,
        version,
        versions.map((one) => one.version),
      ]);
    expect(await shown('q=id:contoso')).toEqual([
      ['Contoso.Net', '1.10.0', ['1.0.0', '1.10.0']],
      ['Contoso.NetTools', '1.0.0', ['1.0.0']],
    ]);
    expect(await shown('q=id:contoso&prerelease=true')).toEqual([
      ['Contoso.Net', '2.0.0-beta', ['1.0.0', '1.10.0', '2.0.0-beta']],
      ['Contoso.NetTools', '1.0.0', ['1.0.0']],
    ]);
    expect(await shown('q=nettools&prerelease=true&semVerLevel=2.0.0')).toEqual([
      ['Contoso.NetTools', '1.1.0-rc.1', ['1.0.0', '1.1.0-rc.1']],
    ]);
  });

  it('tells of a package as the static file does, but for the prereleases that nobody asked for', async () => {
    const file = JSON.parse(serveInMemory(gallery).text(`${SITE_URL}v3/search.json`)) as { data: object[] };
    const alike = (data: readonly object[]) => data.map((one) => ({ ...one, versions: [] }));
    expect(alike((await search('')).data)).toEqual(alike(file.data));
  });

  it('says what it cannot answer', async () => {
    expect(await render('q=Quality:90')).toMatchObject({
      ok: false,
      problem: { status: 400, message: expect.stringContaining('Quality:') },
    });
  });
});

describe('autocomplete', () => {
  it.each([
    ['q=net', ['Contoso.Net', 'Contoso.NetTools']],
    ['q=CONTOSO.NET', ['Contoso.Net', 'Contoso.NetTools']],
    ['q=pre', []],
    ['q=pre&prerelease=true', ['Preview']],
    ['q=hid', []],
    ['', ['Contoso.Net', 'Contoso.NetTools']],
    ['q=con&take=1', ['Contoso.Net']],
    ['q=con&skip=1', ['Contoso.NetTools']],
    ['packageType=Template', []],
  ])('completes ids for ?%s', (query, expected) => {
    expect(complete(query).data).toEqual(expected);
  });

  it.each([
    ['id=contoso.net', ['1.0.0', '1.10.0']],
    ['id=CONTOSO.NET&prerelease=true', ['1.0.0', '1.10.0', '2.0.0-beta']],
    ['id=Dotted&prerelease=true', []],
    ['id=Dotted&prerelease=true&semVerLevel=2.0.0', ['1.0.0-alpha.1', '1.0.0-beta.2']],
    ['id=absent', []],
  ])('lists versions for ?%s', (query, expected) => {
    expect(complete(query).data).toEqual(expected);
  });
});
