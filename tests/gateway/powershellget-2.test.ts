/** What PowerShellGet 2 shows of a gallery behind the gateway: the replay of the client against the handler itself. */
import { describe, expect, it } from 'vitest';
import { recordRequests } from '../support/client-fetch.ts';
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
import {
  type FindResult,
  type FindWish,
  findCommand,
  findDscResource,
  findModule,
  findRoleCapability,
  findScript,
  install,
  registerRepository,
} from '../support/powershellget-2-queries.ts';
import type { ProviderPackage } from '../support/provider-feed.ts';
import { type Published, publishByPowerShellGet2 } from '../support/publish-replays.ts';

type Packages = Parameters<typeof gatewayFetch>[0];

async function register(packages: Packages = GATEWAY_SAMPLES, typed = 'api/v2') {
  const gateway = gatewayFetch(packages);
  const recorded = recordRequests(gateway.fetch);
  const repository = await registerRepository(recorded.fetch, gateway.siteUrl + typed);
  return { repository, urls: recorded.urls, siteUrl: gateway.siteUrl };
}

const named = (items: readonly ProviderPackage[]) =>
  items.map(({ id, version }) => `${id} ${version.original}`);

const sorted = (lines: readonly string[]) =>
  lines.toSorted(
    (a, b) => Number(a.toLowerCase() > b.toLowerCase()) - Number(a.toLowerCase() < b.toLowerCase()),
  );

const shown = ({ shown: items, errors }: FindResult) => {
  expect(errors).toEqual([]);
  return sorted(named(items));
};

const modules = async (wish: FindWish = {}) => shown(await findModule((await register()).repository, wish));
const scripts = async (wish: FindWish = {}) => shown(await findScript((await register()).repository, wish));

describe('Register-PSRepository', () => {
  it.each(['api/v2', 'api/v2/', ''])(
    'takes the site and /%s, and derives the other locations',
    async (typed) => {
      const { repository, siteUrl } = await register(FEW, typed);
      expect(repository.source.replace(/\/$/, '')).toBe(`${siteUrl}api/v2`);
      expect(repository.scriptSource).toBe(`${siteUrl}api/v2/items/psscript/`);
      expect(repository.publishLocation).toBe(`${siteUrl}api/v2/package/`);
    },
  );

  it('finds V2 at the source of scripts too', async () => {
    const { repository, siteUrl } = await register(FEW);
    const response = await repository.fetch(`${siteUrl}api/v2/items/psscript/`);
    expect((await response.text()).startsWith('<?xml')).toBe(true);
  });
});

describe('Find-Module', () => {
  it('lists the latest stable version of every listed module over several pages', async () => {
    expect(await modules()).toEqual(sorted(LATEST_MODULES));
  });

  it('lists the same by a single star', async () => {
    expect(await modules({ names: ['*'] })).toEqual(sorted(LATEST_MODULES));
  });

  it.each<[string, FindWish, readonly string[]]>([
    ['finds a name in any case', { names: ['contoso.TOOLS'] }, ['Contoso.Tools 11.0.0']],
    ['finds nothing where nothing is', { names: ['Contoso.Tool'] }, []],
    ['finds two names', { names: ['NotAz', 'azNext'] }, ['azNext 1.0.0', 'NotAz 1.0.0']],
    ['finds no prerelease unasked', { names: ['OnlyPrerelease'] }, []],
    [
      'finds a prerelease',
      { names: ['OnlyPrerelease'], allowPrerelease: true },
      ['OnlyPrerelease 0.2.0-beta'],
    ],
    [
      'finds the newest with prereleases',
      { names: ['Contoso.Tools'], allowPrerelease: true },
      ['Contoso.Tools 12.0.0-beta1'],
    ],
    ['does not find what is unlisted', { names: ['AllHidden'] }, []],
    [
      'finds an unlisted version by its number',
      { names: ['Contoso.Tools'], requiredVersion: '13.0.0' },
      ['Contoso.Tools 13.0.0'],
    ],
    [
      'finds a version by another spelling',
      { names: ['Contoso.Base'], requiredVersion: '1.0.0' },
      ['Contoso.Base 1.0'],
    ],
    [
      'finds a version of four parts',
      { names: ['Four.Parts'], requiredVersion: '1.2.3.4' },
      ['Four.Parts 1.2.3.4'],
    ],
    [
      'finds versions from one on',
      { names: ['Contoso.Tools'], minimumVersion: '2.0.0' },
      ['Contoso.Tools 11.0.0', 'Contoso.Tools 2.0.0'],
    ],
    [
      'finds versions up to one',
      { names: ['Contoso.Tools'], maximumVersion: '1.10.0' },
      ['Contoso.Tools 1.0.0', 'Contoso.Tools 1.10.0', 'Contoso.Tools 1.2.0'],
    ],
    [
      'finds versions between two',
      { names: ['Contoso.Tools'], minimumVersion: '1.2.0', maximumVersion: '2.0.0' },
      ['Contoso.Tools 1.10.0', 'Contoso.Tools 1.2.0', 'Contoso.Tools 2.0.0'],
    ],
    [
      'finds names by their beginning',
      { names: ['Az*'] },
      ['Az.Accounts 1.0.0', 'Az.Storage 1.0.0', 'azNext 1.0.0'],
    ],
    ['finds names by their end', { names: ['*az'] }, ['NotAz 1.0.0']],
    [
      'finds names by their middle',
      { names: ['*oso.Tools*'] },
      ['Contoso.Tools 11.0.0', 'Contoso.Tools.Extra 1.0.0', 'MyContoso.Tools 1.0.0'],
    ],
    ['finds names by both ends', { names: ['A*e'] }, ['Az.Storage 1.0.0']],
    ['finds names by one unknown letter', { names: ['NotA?'] }, ['NotAz 1.0.0']],
    [
      'finds names by a set of letters',
      { names: ['Contoso.[AR]*'] },
      ['Contoso.Alpha 1.0.0', 'Contoso.AlphaB 1.0.0', 'Contoso.Roles 1.0.0'],
    ],
    ['filters by a phrase of the description', { filter: 'web server' }, ['Contoso.Tools 11.0.0']],
    ['filters by part of a name', { filter: 'scriptTo' }, ['PSScriptTools 2.47.0']],
    ['finds a whole tag only', { tags: ['net'] }, ['Contoso.Tools 11.0.0']],
    ['finds a tag in any case', { tags: ['NETWORK'] }, ['Contoso.Tools.Extra 1.0.0']],
    [
      'finds any of several tags',
      { tags: ['net', 'network'] },
      ['Contoso.Tools 11.0.0', 'Contoso.Tools.Extra 1.0.0'],
    ],
    [
      'finds no script by a tag',
      { tags: ['web'] },
      ['Contoso.Both 1.0.0', 'Contoso.Tools 11.0.0', 'Contoso.Tools.Extra 1.0.0'],
    ],
    [
      'finds a command by its whole name',
      { commands: ['Get-A'] },
      ['Contoso.Alpha 1.0.0', 'Contoso.Both 1.0.0'],
    ],
    [
      'finds any of several commands',
      { commands: ['Get-AB', 'Get-B'] },
      ['Contoso.AlphaB 1.0.0', 'Contoso.Both 1.0.0'],
    ],
    ['finds a command and a tag together', { commands: ['Get-A'], tags: ['web'] }, ['Contoso.Both 1.0.0']],
    ['finds nothing for a command that is not there', { commands: ['Get-Nothing'] }, []],
    ['finds DSC resources by name', { dscResources: ['ContosoSite'] }, ['Contoso.Sites 1.0.0']],
    [
      'finds what includes DSC resources',
      { includes: ['DscResource'] },
      ['Contoso.SiteBindings 1.0.0', 'Contoso.Sites 1.0.0'],
    ],
    ['finds what includes role capabilities', { includes: ['RoleCapability'] }, ['Contoso.Roles 1.0.0']],
    [
      'finds names by a pattern and a tag',
      { names: ['Contoso*'], tags: ['network'] },
      ['Contoso.Tools.Extra 1.0.0'],
    ],
    [
      'finds names by a pattern and a command',
      { names: ['Contoso*'], commands: ['Get-A*'] },
      ['Contoso.Alpha 1.0.0', 'Contoso.AlphaB 1.0.0', 'Contoso.Both 1.0.0'],
    ],
  ])('%s', async (_, wish, expected) => {
    expect(await modules(wish)).toEqual(expected);
  });

  it('lists every listed stable version, however many there are', async () => {
    const all = await modules({ names: [MANY_VERSIONS_ID], allVersions: true });
    expect(all).toHaveLength(VERSION_COUNT);
    expect(new Set(all).size).toBe(VERSION_COUNT);
    expect(await modules({ names: ['Contoso.Tools'], allVersions: true })).toEqual([
      'Contoso.Tools 1.0.0',
      'Contoso.Tools 1.10.0',
      'Contoso.Tools 1.2.0',
      'Contoso.Tools 11.0.0',
      'Contoso.Tools 2.0.0',
    ]);
  });

  it('lists prereleases among all versions when they are allowed', async () => {
    const all = await modules({ names: ['Contoso.Tools'], allVersions: true, allowPrerelease: true });
    expect(all).toContain('Contoso.Tools 12.0.0-beta1');
    expect(all).not.toContain('Contoso.Tools 13.0.0');
  });

  it('finds every package of a tag that many have, once', async () => {
    expect(await modules({ tags: ['bulk'] })).toEqual(sorted(BULK_IDS.map((id) => `${id} 1.0.0`)));
  });

  it('finds dependencies, the highest that each range allows', async () => {
    const { repository } = await register(FEW);
    const found = await findModule(repository, { names: ['Contoso.Tools'], includeDependencies: true });
    expect(named(found.shown)).toEqual(['Contoso.Tools 11.0.0', 'Contoso.Base 1.5.0']);
  });

  it('says of a script that it is none', async () => {
    const { repository } = await register(FEW);
    const found = await findModule(repository, { names: ['Deploy-Site'] });
    expect(found).toEqual({ shown: [], errors: ['Deploy-Site is no Module'] });
  });

  it('asks for the tags of a command in the search term', async () => {
    const { repository, urls, siteUrl } = await register(FEW);
    await findModule(repository, { commands: ['Get-A'] });
    expect(urls.at(-1)).toBe(
      `${siteUrl}api/v2/Search()?$filter=IsLatestVersion&searchTerm='%20tag:PSCommand_Get-A'&targetFramework=''&includePrerelease=false&$skip=0&$top=40`,
    );
  });
});

describe('Find-Script', () => {
  it('lists the latest stable version of every listed script, and no module', async () => {
    expect(await scripts()).toEqual(sorted(LATEST_SCRIPTS));
  });

  it.each<[string, FindWish, readonly string[]]>([
    ['finds a name', { names: ['deploy-site'] }, ['Deploy-Site 1.1.0']],
    ['finds a prerelease', { names: ['Deploy-Site'], allowPrerelease: true }, ['Deploy-Site 2.0.0-rc1']],
    ['finds a version', { names: ['Deploy-Site'], requiredVersion: '1.0.0' }, ['Deploy-Site 1.0.0']],
    ['finds names by a pattern', { names: ['Az*'] }, ['Az.Cleanup 1.0.0']],
    ['finds a tag', { tags: ['web'] }, ['Deploy-Site 1.1.0']],
  ])('%s', async (_, wish, expected) => {
    expect(await scripts(wish)).toEqual(expected);
  });
});

describe('Find-Script of a module', () => {
  it('shows nothing, whether or not the source of scripts gives the module for those that need it', async () => {
    const { repository } = await register(FEW);
    expect((await findScript(repository, { names: ['Contoso.Base'] })).shown).toEqual([]);
  });
});

describe('what modules hold', () => {
  it('is found by Find-Command', async () => {
    const { repository } = await register(FEW);
    expect(sorted(await findCommand(repository, 'Get-A'))).toEqual([
      'Get-A Contoso.Alpha',
      'Get-A Contoso.Both',
    ]);
    expect(sorted(await findCommand(repository))).toEqual([
      'Get-A Contoso.Alpha',
      'Get-A Contoso.Both',
      'Get-AB Contoso.AlphaB',
      'Get-B Contoso.Both',
    ]);
  });

  it('is found by Find-DscResource', async () => {
    const { repository } = await register(FEW);
    expect(await findDscResource(repository, 'ContosoSite')).toEqual(['ContosoSite Contoso.Sites']);
    expect(sorted(await findDscResource(repository))).toEqual([
      'ContosoSite Contoso.Sites',
      'ContosoSiteBinding Contoso.SiteBindings',
    ]);
  });

  it('is found by Find-RoleCapability', async () => {
    const { repository } = await register(FEW);
    expect(await findRoleCapability(repository, 'Maintenance')).toEqual(['Maintenance Contoso.Roles']);
    expect(await findRoleCapability(repository)).toEqual(['Maintenance Contoso.Roles']);
  });
});

describe('Install-Module and Install-Script', () => {
  it.each<[string, Parameters<typeof install>[1], string, FindWish, readonly string[]]>([
    [
      'a module with what it needs',
      'Module',
      'Contoso.Tools',
      {},
      ['Contoso.Base 1.5.0', 'Contoso.Tools 11.0.0'],
    ],
    ['a version', 'Module', 'contoso.tools', { requiredVersion: '1.10.0' }, ['Contoso.Tools 1.10.0']],
    [
      'an unlisted version',
      'Module',
      'Contoso.Tools',
      { requiredVersion: '13.0.0' },
      ['Contoso.Tools 13.0.0'],
    ],
    ['an unlisted dependency', 'Module', 'NeedsHidden', {}, ['AllHidden 3.0.0', 'NeedsHidden 1.0.0']],
    [
      'a script with the module that it needs',
      'Script',
      'Deploy-Site',
      {},
      ['Contoso.Base 1.5.0', 'Deploy-Site 1.1.0'],
    ],
  ])('download %s', async (_, type, name, wish, expected) => {
    const { repository } = await register(FEW);
    const downloads = await install(repository, type, name, wish);
    expect(named(downloads.map(({ item }) => item))).toEqual(expected);
  });

  it('find nothing to install where nothing is', async () => {
    const { repository } = await register(FEW);
    await expect(install(repository, 'Module', 'Absent')).rejects.toThrow('No match was found');
  });
});

describe('Publish-Module and Publish-Script', () => {
  /** Reads from the gateway, and takes every push with this status. */
  async function publish(published: Pick<Published, 'id' | 'version' | 'type' | 'requires'>, status = 201) {
    const { repository } = await register(FEW);
    const pushes: string[] = [];
    const fetch: typeof repository.fetch = async (url, init) => {
      if (init?.method !== 'PUT') return repository.fetch(url, init);
      pushes.push(url);
      return new Response(null, { status, statusText: 'As it was made' });
    };
    const bytes = new Uint8Array([80, 75, 5, 6]);
    const failure = await publishByPowerShellGet2(
      { ...repository, fetch },
      { ...published, bytes, apiKey: 'a key' },
    );
    return { failure, pushes, to: repository.publishLocation };
  }

  it.each<Parameters<typeof publish>[0]>([
    { id: 'Contoso.New', version: '1.0.0', type: 'Module', requires: ['Contoso.Base'] },
    { id: 'Contoso.Base', version: '3.0.1', type: 'Module' },
    { id: 'Contoso.Tools', version: '12.0.0', type: 'Module' },
    // What is unlisted does not count for the client.
    { id: 'AllHidden', version: '1.0.0', type: 'Module' },
    { id: 'Deploy-Site', version: '2.0.0', type: 'Script' },
  ])('push $id $version', async (published) => {
    const { failure, pushes, to } = await publish(published);
    expect(failure).toBeUndefined();
    expect(pushes).toEqual([to]);
  });

  it.each<[Parameters<typeof publish>[0], string]>([
    [{ id: 'Contoso.Base', version: '3.0.0', type: 'Module' }, 'ModuleVersionIsAlreadyAvailableInTheGallery'],
    [
      { id: 'contoso.base', version: '2.0.0', type: 'Module' },
      'ModuleVersionShouldBeGreaterThanGalleryVersion',
    ],
    [
      { id: 'Contoso.Tools', version: '11.0.1', type: 'Module' },
      'ModuleVersionShouldBeGreaterThanGalleryVersion',
    ],
    [{ id: 'Deploy-Site', version: '9.0.0', type: 'Module' }, 'SpecifiedNameIsAlearyUsed'],
    [{ id: 'Contoso.Base', version: '9.0.0', type: 'Script' }, 'SpecifiedNameIsAlearyUsed'],
    [
      { id: 'Contoso.New', version: '1.0.0', type: 'Module', requires: ['Absent'] },
      'UnableToResolveModuleDependency',
    ],
  ])('refuse %o themselves', async (published, expected) => {
    const { failure, pushes } = await publish(published);
    expect(failure).toContain(expected);
    expect(pushes).toEqual([]);
  });

  it('show the status and the reason of the server', async () => {
    const { failure } = await publish({ id: 'Contoso.New', version: '1.0.0', type: 'Module' }, 403);
    expect(failure).toBe(
      'FailedToPublishTheModule: error: Response status code does not indicate success: 403 (As it was made).',
    );
  });
});
