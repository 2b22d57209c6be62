/** What PSResourceGet shows of a gallery behind the gateway: the replay of the client against the handler itself. */
import { describe, expect, it } from 'vitest';
import { recordRequests } from '../support/client-fetch.ts';
import { escapeQueryKeys } from '../support/form-query.ts';
import { gatewayFetch } from '../support/gateway-gallery.ts';
import {
  BULK_IDS,
  FEW,
  GATEWAY_SAMPLES,
  LATEST_MODULES,
  LATEST_SCRIPTS,
  MANY_VERSIONS_ID,
  VERSION_COUNT,
} from '../support/gateway-samples.ts';
import { type FindOptions, findResource, installResource } from '../support/psresourceget-v2.ts';
import type { FoundResource } from '../support/psresourceget-v2-answers.ts';
import { publishByPSResourceGet } from '../support/publish-replays.ts';

function serve(packages: Parameters<typeof gatewayFetch>[0] = GATEWAY_SAMPLES) {
  const { fetch, siteUrl } = gatewayFetch(packages);
  const recorded = recordRequests(fetch);
  const source = `${siteUrl}api/v2`;
  return { server: { source, fetch: recorded.fetch }, urls: recorded.urls, source };
}

/** `id version`, with the version as the package spells it. */
const named = (items: readonly FoundResource[]) =>
  items.map(
    ({ name, version, prerelease }) => `${name} ${version}${prerelease === '' ? '' : `-${prerelease}`}`,
  );

const sorted = (lines: readonly string[]) =>
  lines.toSorted(
    (a, b) => Number(a.toLowerCase() > b.toLowerCase()) - Number(a.toLowerCase() < b.toLowerCase()),
  );

async function find(options: FindOptions, packages = FEW) {
  const { shown, errors } = await findResource(serve(packages).server, options);
  return errors.length > 0 ? errors : sorted(named(shown));
}

const NOT_FOUND = [expect.stringContaining('could not be found')];

describe('Find-PSResource', () => {
  it.each<[string, FindOptions, readonly unknown[]]>([
    ['finds a name in any case', { name: 'contoso.TOOLS' }, ['Contoso.Tools 11.0.0']],
    ['finds nothing where a part of names is', { name: 'Contoso.Tool' }, NOT_FOUND],
    ['finds nothing where nothing is', { name: 'Absent' }, NOT_FOUND],
    ['finds no prerelease unasked', { name: 'OnlyPrerelease' }, NOT_FOUND],
    ['finds a prerelease', { name: 'OnlyPrerelease', prerelease: true }, ['OnlyPrerelease 0.2.0-beta']],
    [
      'finds the newest with prereleases',
      { name: 'Contoso.Tools', prerelease: true },
      ['Contoso.Tools 12.0.0-beta1'],
    ],
    ['finds nothing that is unlisted', { name: 'AllHidden' }, NOT_FOUND],
    ['finds a script', { name: 'deploy-site' }, ['Deploy-Site 1.1.0']],
    ['finds a script by its type', { name: 'Deploy-Site', type: 'Script' }, ['Deploy-Site 1.1.0']],
    ['finds no script among modules', { name: 'Deploy-Site', type: 'Module' }, NOT_FOUND],
    ['finds no module among scripts', { name: 'Contoso.Tools', type: 'Script' }, NOT_FOUND],
    [
      'takes no module for a script by part of a tag',
      { name: 'PSScriptTools', type: 'Module' },
      ['PSScriptTools 2.47.0'],
    ],
    ['finds a name with a tag', { name: 'Contoso.Tools', tags: ['net', 'web'] }, ['Contoso.Tools 11.0.0']],
    ['finds no name without one of the tags', { name: 'Contoso.Tools', tags: ['net', 'bulk'] }, NOT_FOUND],
    ['finds no name by part of a tag', { name: 'MyContoso.Tools', tags: ['net'] }, NOT_FOUND],

    ['finds a version', { name: 'Contoso.Tools', version: '1.0.0' }, ['Contoso.Tools 1.0.0']],
    [
      'finds a version by another spelling',
      { name: 'Contoso.Base', version: '1.0.0.0' },
      ['Contoso.Base 1.0'],
    ],
    ['finds a version of four parts', { name: 'Four.Parts', version: '1.2.3.4' }, ['Four.Parts 1.2.3.4']],
    [
      'finds a prerelease by its number in any case',
      { name: 'Contoso.Tools', version: '12.0.0-BETA1' },
      ['Contoso.Tools 12.0.0-beta1'],
    ],
    [
      'finds an unlisted version by its number',
      { name: 'Contoso.Tools', version: '13.0.0' },
      ['Contoso.Tools 13.0.0'],
    ],
    ['finds no version that is not there', { name: 'Contoso.Tools', version: '1.1.0' }, NOT_FOUND],
    [
      'finds a version with a tag',
      { name: 'Contoso.Tools', version: '11.0.0', tags: ['web'] },
      ['Contoso.Tools 11.0.0'],
    ],

    [
      'finds a closed range',
      { name: 'Contoso.Tools', version: '[1.2.0, 2.0.0]' },
      ['Contoso.Tools 1.10.0', 'Contoso.Tools 1.2.0', 'Contoso.Tools 2.0.0'],
    ],
    [
      'finds an open range',
      { name: 'Contoso.Tools', version: '(1.0.0, 2.0.0)' },
      ['Contoso.Tools 1.10.0', 'Contoso.Tools 1.2.0'],
    ],
    [
      'finds a range without end, without what is unlisted',
      { name: 'Contoso.Tools', version: '[2.0.0, )' },
      ['Contoso.Tools 11.0.0', 'Contoso.Tools 2.0.0'],
    ],
    [
      'finds a range without beginning',
      { name: 'Contoso.Tools', version: '(, 1.2.0]' },
      ['Contoso.Tools 1.0.0', 'Contoso.Tools 1.2.0'],
    ],
    [
      'finds prereleases in a range',
      { name: 'Contoso.Tools', version: '[11.0.0, 12.0.0]', prerelease: true },
      ['Contoso.Tools 11.0.0', 'Contoso.Tools 12.0.0-beta1'],
    ],
    [
      'finds all versions of scripts',
      { name: 'Deploy-Site', version: '*', type: 'Script' },
      ['Deploy-Site 1.0.0', 'Deploy-Site 1.1.0'],
    ],
    [
      'finds a range of versions of four parts',
      { name: 'Four.Parts', version: '[1.2.3.5, )' },
      ['Four.Parts 1.2.3.10'],
    ],
    ['finds nothing in an empty range', { name: 'Contoso.Tools', version: '[20.0, )' }, []],

    [
      'finds names by their beginning',
      { name: 'Az*' },
      ['Az.Accounts 1.0.0', 'Az.Cleanup 1.0.0', 'Az.Storage 1.0.0', 'azNext 1.0.0'],
    ],
    ['finds names by their end', { name: '*az' }, ['NotAz 1.0.0']],
    [
      'finds names by their middle',
      { name: '*oso.Tools*' },
      ['Contoso.Tools 11.0.0', 'Contoso.Tools.Extra 1.0.0', 'MyContoso.Tools 1.0.0'],
    ],
    ['finds names by both ends', { name: 'A*e' }, ['Az.Storage 1.0.0']],
    ['finds names and prereleases', { name: 'Az.A*', prerelease: true }, ['Az.Accounts 2.0.0-preview']],
    ['finds no names where none are', { name: 'Nothing*' }, []],

    ['finds a whole tag only', { tags: ['net'] }, ['Contoso.Tools 11.0.0']],
    ['finds a tag in any case', { tags: ['NETWORK'] }, ['Contoso.Tools.Extra 1.0.0']],
    ['finds all of several tags', { tags: ['web', 'network'] }, ['Contoso.Tools.Extra 1.0.0']],
    [
      'finds a tag of modules and scripts',
      { tags: ['web'] },
      ['Contoso.Both 1.0.0', 'Contoso.Tools 11.0.0', 'Contoso.Tools.Extra 1.0.0', 'Deploy-Site 1.1.0'],
    ],
    ['finds no tag that is not there', { tags: ['absent'] }, NOT_FOUND],

    [
      'finds a command by its whole name',
      { commandNames: ['Get-A'] },
      ['Contoso.Alpha 1.0.0', 'Contoso.Both 1.0.0'],
    ],
    ['finds what has all commands', { commandNames: ['Get-A', 'Get-B'] }, ['Contoso.Both 1.0.0']],
    ['finds no command that is not there', { commandNames: ['Get-Nothing'] }, NOT_FOUND],
    [
      'finds a DSC resource by its whole name',
      { dscResourceNames: ['contososite'] },
      ['Contoso.Sites 1.0.0'],
    ],

    [
      'finds what is needed, the highest below a bound',
      { name: 'Contoso.Tools', includeDependencies: true },
      ['Contoso.Base 1.5.0', 'Contoso.Tools 11.0.0'],
    ],
    [
      'finds what is needed by its number, and the newest without a bound',
      { name: 'Contoso.Exact', includeDependencies: true },
      ['Contoso.Base 1.0', 'Contoso.Exact 1.0.0', 'Contoso.Tools 12.0.0-beta1'],
    ],
    [
      'finds what is needed though it is unlisted',
      { name: 'NeedsHidden', includeDependencies: true },
      ['AllHidden 3.0.0', 'NeedsHidden 1.0.0'],
    ],
  ])('%s', async (_, options, expected) => {
    expect(await find(options)).toEqual(expected);
  });

  it('lists every module and every script by their types', async () => {
    expect(await find({ name: '*', type: 'Module' }, GATEWAY_SAMPLES)).toEqual(sorted(LATEST_MODULES));
    expect(await find({ name: '*', type: 'Script' }, GATEWAY_SAMPLES)).toEqual(sorted(LATEST_SCRIPTS));
  });

  it('lists all twice without a type, since the client asks the same twice', async () => {
    const all = [...LATEST_MODULES, ...LATEST_SCRIPTS];
    expect(await find({ name: '*' }, GATEWAY_SAMPLES)).toEqual(sorted([...all, ...all]));
  });

  it.each<[string, FindOptions]>([
    ['a pattern', { name: 'Bulk*' }],
    ['a tag', { tags: ['bulk'] }],
    ['a command', { commandNames: ['Invoke-Bulk'] }],
  ])('finds each package of more than a page once by %s', async (_, options) => {
    expect(await find(options, GATEWAY_SAMPLES)).toEqual(sorted(BULK_IDS.map((id) => `${id} 1.0.0`)));
  });

  it('finds each version of more than a page once', async () => {
    const versions = await find({ name: MANY_VERSIONS_ID, version: '*' }, GATEWAY_SAMPLES);
    expect(versions).toHaveLength(VERSION_COUNT);
    expect(new Set(versions).size).toBe(VERSION_COUNT);
  });

  it('reads types, tags, commands and listing', async () => {
    const { server } = serve(FEW);
    const { shown } = await findResource(server, { name: 'Contoso.Both' });
    expect(shown).toMatchObject([
      { type: 'Module', normalizedVersion: '1.0.0', isPrerelease: false, commands: ['Get-A', 'Get-B'] },
    ]);
    const hidden = await findResource(server, { name: 'Contoso.Tools', version: '13.0.0' });
    expect(hidden.shown).toMatchObject([{ publishedYear: 1900 }]);
    expect((await findResource(server, { name: 'Deploy-Site' })).shown).toMatchObject([{ type: 'Script' }]);
  });

  it('gets the same from Windows PowerShell, which escapes the names of options', async () => {
    const { server } = serve(FEW);
    const windows = { ...server, fetch: (url: string) => server.fetch(escapeQueryKeys(url)) };
    const { shown } = await findResource(windows, { name: 'A*e' });
    expect(named(shown)).toEqual(['Az.Storage 1.0.0']);
  });

  it('shows a request with a broken filter as refused', async () => {
    const { server } = serve(FEW);
    const { errors } = await findResource(server, { name: "O'Neil" });
    expect(errors).toEqual([expect.stringContaining('does not indicate success: 400')]);
  });
});

describe('Install-PSResource', () => {
  it.each<[string, Parameters<typeof installResource>[1], readonly string[]]>([
    [
      'the latest with what it needs',
      { name: 'contoso.tools' },
      ['Contoso.Base/1.5.0', 'Contoso.Tools/11.0.0'],
    ],
    ['a version', { name: 'Contoso.Tools', version: '1.0.0' }, ['Contoso.Tools/1.0.0']],
    [
      'the highest listed of a range',
      { name: 'Contoso.Tools', version: '[1.0, 3.0)' },
      ['Contoso.Tools/2.0.0'],
    ],
    [
      'no unlisted version for a range',
      { name: 'Contoso.Tools', version: '[2.0, )' },
      ['Contoso.Base/1.5.0', 'Contoso.Tools/11.0.0'],
    ],
    ['a prerelease', { name: 'OnlyPrerelease', prerelease: true }, ['OnlyPrerelease/0.2.0-beta']],
    [
      'a version by the spelling of its package',
      { name: 'Contoso.Base', version: '1.0.0' },
      ['Contoso.Base/1.0'],
    ],
    [
      'a script with the module that it needs',
      { name: 'Deploy-Site' },
      ['Contoso.Base/1.5.0', 'Deploy-Site/1.1.0'],
    ],
  ])('downloads %s', async (_, wish, expected) => {
    const { server, source } = serve(FEW);
    const { shown, errors } = await installResource(server, wish);
    expect(errors).toEqual([]);
    expect(shown.map(({ url }) => url)).toEqual(expected.map((path) => `${source}/package/${path}`));
  });

  it('downloads nothing where nothing is', async () => {
    const { shown, errors } = await installResource(serve(FEW).server, { name: 'Absent' });
    expect(shown).toEqual([]);
    expect(errors).toEqual(NOT_FOUND);
  });
});

describe('Publish-PSResource', () => {
  async function publish(requires: readonly string[], status: number) {
    const { server } = serve(FEW);
    const pushes: string[] = [];
    const fetch: typeof server.fetch = async (url, init) => {
      if (init?.method !== 'PUT') return server.fetch(url, init);
      pushes.push(url);
      return new Response(null, { status, statusText: 'As it was made' });
    };
    const bytes = new Uint8Array([80, 75, 5, 6]);
    const failure = await publishByPSResourceGet({ ...server, fetch }, { bytes, apiKey: 'a key', requires });
    return { failure, pushes, source: server.source };
  }

  it('pushes to the package folder once what is needed was found', async () => {
    const { failure, pushes, source } = await publish(['Contoso.Base', 'OnlyPrerelease'], 201);
    expect(failure).toBeUndefined();
    expect(pushes).toEqual([`${source}/package/`]);
  });

  it('pushes nothing that needs what is not there', async () => {
    const { failure, pushes } = await publish(['Absent'], 201);
    expect(failure).toEqual({ errorId: 'DependencyNotFound', message: 'Absent' });
    expect(pushes).toEqual([]);
  });

  it('tells the status of a refusal', async () => {
    expect((await publish([], 409)).failure?.errorId).toBe('409Error');
  });
});

describe('the requests of PSResourceGet', () => {
  it.each<[string, FindOptions, string]>([
    [
      'by name',
      { name: 'Contoso.Tools', type: 'Module' },
      'FindPackagesById()?$filter=Id+eq+%27Contoso.Tools%27+and+IsLatestVersion+eq+true+and+substringof(%27PSScript%27%2c+Tags)+eq+false&$inlinecount=allpages&id=%27Contoso.Tools%27',
    ],
    [
      'by range',
      { name: 'Contoso.Tools', version: '[1.0, 2.0.10)', prerelease: true },
      'FindPackagesById()?$filter=NormalizedVersion+ge+%271.0.0%27+and+NormalizedVersion+lt+%272.0.109%27+and+Id+eq+%27Contoso.Tools%27&$inlinecount=allpages&$skip=0&$orderby=NormalizedVersion+desc&id=%27Contoso.Tools%27',
    ],
    [
      'by command',
      { commandNames: ['Get-A', 'Get-B'] },
      'Search()?$filter=IsLatestVersion&searchTerm=%27tag%3aPSCommand_Get-A+tag%3aPSCommand_Get-B%27&$inlinecount=allpages&$skip=0&$top=6000',
    ],
    [
      'by pattern',
      { name: 'A*z', prerelease: true },
      'Search()?$filter=IsAbsoluteLatestVersion+and+startswith(Id%2c+%27A%27)+and+endswith(Id%2c+%27z%27)&$inlinecount=allpages&$skip=0&$top=100&includePrerelease=true',
    ],
  ])('%s are written as a form', async (_, options, expected) => {
    const urls: string[] = [];
    const fetch = async (url: string) => {
      urls.push(url);
      return new Response('<feed><m:count xmlns:m="m">0</m:count></feed>');
    };
    await findResource({ source: 'https://gallery.example/api/v2', fetch }, options);
    expect(urls[0]).toBe(`https://gallery.example/api/v2/${expected}`);
  });
});
