import { describe, expect, it } from 'vitest';
import { askedPackage } from '../../../src/gateway/upstream/asked-package.ts';
import { redirectAnswer, upstreamLocation } from '../../../src/gateway/upstream/redirect.ts';
import type { UpstreamSource } from '../../../src/gateway/upstream/upstream-source.ts';

const V2: UpstreamSource = { kind: 'v2', url: 'https://two.example/api/v2', origin: 'https://two.example' };
const V3: UpstreamSource = {
  kind: 'v3',
  url: 'https://three.example/index.json',
  origin: 'https://three.example',
};

const addresses = async () => ({
  flatContainer: 'https://three.example/flat/',
  registration: 'https://three.example/reg/',
  registrationExact: 'https://three.example/exact/',
});

function locationOf(address: string, sources: readonly UpstreamSource[]) {
  const url = new URL(`https://gallery.example/${address}`);
  const asked = askedPackage(decodeURIComponent(url.pathname).slice(1), url.searchParams);
  if (!asked) throw new Error(`${address} is about no package`);
  return upstreamLocation(asked, url.search, sources, addresses);
}

describe('the same question', () => {
  it.each([
    [
      'api/v2/FindPackagesById()?$filter=Id+eq+%27X%27+and+IsLatestVersion+eq+true&$inlinecount=allpages&id=%27X%27',
      'https://two.example/api/v2/FindPackagesById()?$filter=Id+eq+%27X%27+and+IsLatestVersion+eq+true&$inlinecount=allpages&id=%27X%27',
    ],
    [
      'api/v2/items/psscript/FindPackagesById()?id=%27Do-It%27&$skip=0&$top=40',
      'https://two.example/api/v2/items/psscript/FindPackagesById()?id=%27Do-It%27&$skip=0&$top=40',
    ],
    ["api/v2/Packages(Id='X',Version='1.0')", "https://two.example/api/v2/Packages(Id='X',Version='1.0')"],
    ['api/v2/package/Az.X/1.0', 'https://two.example/api/v2/package/Az.X/1.0'],
    ['api/v2/package/X', 'https://two.example/api/v2/package/X'],
    ['v3/flatcontainer/X/1.0/x.1.0.0.nupkg', 'https://two.example/api/v2/package/X/1.0'],
    ['v3/flatcontainer/x/index.json', undefined],
    ['v3/flatcontainer/x/1.0.0/x.nuspec', undefined],
    ['v3/registration/x/index.json', undefined],
  ])('%s is at a V2 gallery %s', async (address, location) => {
    expect(await locationOf(address, [V2])).toBe(location);
  });

  it.each([
    ["api/v2/FindPackagesById()?id='X'", undefined],
    ["api/v2/Packages(Id='X',Version='1.0')", undefined],
    ['api/v2/package/X', undefined],
    ['api/v2/package/X/1.0-Beta', 'https://three.example/flat/x/1.0.0-beta/x.1.0.0-beta.nupkg'],
    ['v3/flatcontainer/X/index.json', 'https://three.example/flat/x/index.json'],
    ['v3/flatcontainer/x/1.0.0/x.1.0.0.nupkg', 'https://three.example/flat/x/1.0.0/x.1.0.0.nupkg'],
    ['v3/flatcontainer/x/1.0.0/x.nuspec', 'https://three.example/flat/x/1.0.0/x.nuspec'],
    ['v3/registration/X/index.json', 'https://three.example/reg/x/index.json'],
    ['v3/registration-exact/X/index.json', 'https://three.example/exact/x/index.json'],
    ['v3/registration/x/1.0.0.json', undefined],
  ])('%s is at a V3 gallery %s', async (address, location) => {
    expect(await locationOf(address, [V3])).toBe(location);
  });

  it.each([
    ['v3/flatcontainer/x/index.json', 'https://three.example'],
    ['v3/flatcontainer/x/1.0.0/x.1.0.0.nupkg', 'https://three.example'],
    ["api/v2/FindPackagesById()?id='X'", 'https://two.example'],
    ['api/v2/package/X/1.0', 'https://two.example'],
  ])('%s goes where the other questions of that client go, to %s', async (address, origin) => {
    const others = [
      { ...V2, url: 'https://else.example/api/v2' },
      { ...V3, url: 'https://else.example/index.json' },
    ];
    expect(await locationOf(address, [V2, V3, ...others])).toMatch(`${origin}/`);
    expect(await locationOf(address, [V3, V2, ...others])).toMatch(`${origin}/`);
  });

  it('is put to no second gallery when the first is out of order', async () => {
    const asked = { kind: 'v3-versions', id: 'X' } as const;
    const known = await addresses();
    const other = { ...V3, url: 'https://else.example/index.json' };
    const found = await upstreamLocation(asked, '', [V3, other, V2], async (source) =>
      source === V3 ? undefined : known,
    );
    expect(found).toBeUndefined();
  });
});

it('sends a client on for this once only', () => {
  const { status, headers } = redirectAnswer('https://two.example/api/v2/package/X');
  expect([status, headers.get('location'), headers.get('cache-control')]).toEqual([
    302,
    'https://two.example/api/v2/package/X',
    'no-store',
  ]);
});
