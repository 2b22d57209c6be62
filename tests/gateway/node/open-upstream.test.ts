import { expect, it } from 'vitest';
import type { Catalogue } from '../../../src/gateway/catalogue/catalogue.ts';
import { openUpstream } from '../../../src/gateway/node/open-upstream.ts';
import { packageIdentity } from '../../../src/gateway/node/upstream-intake.ts';
import type { PushDoor } from '../../../src/gateway/push-door.ts';
import { catalogueOf } from '../../support/gateway-catalogue.ts';
import { makeGallery } from '../../support/make-gallery.ts';
import { upstreamStandIn } from '../../support/upstream-stand-in.ts';

async function open() {
  const other = await upstreamStandIn({ Pester: [{ version: '1.0.0' }] });
  const state: { catalogue: Catalogue } = { catalogue: catalogueOf(makeGallery()) };
  const door: PushDoor = {
    keys: async () => ({ keys: [], workflows: [] }),
    maxPackageBytes: async () => 100_000,
    publish: async ({ bytes, authorized: { publisher } }) => {
      const found = packageIdentity(bytes);
      if (!found) return { kind: 'refused', findings: [] };
      state.catalogue = catalogueOf(
        makeGallery([{ id: found.id, owners: [publisher], versions: [found.version] }]),
      );
      return { kind: 'done', findings: [], ...found, commit: 'c0ffee' };
    },
    setListing: async () => ({ kind: 'refused', findings: [] }),
  };
  const told: string[] = [];
  const options = {
    sources: [{ kind: 'v3', url: other.v3, origin: other.origin }],
    catalogue: async () => state.catalogue,
    now: () => 0,
    log: ({ what }: { readonly what: string }) => told.push(what),
  } as const;
  return { other, state, told, door, options };
}

const PATH = 'v3/flatcontainer/pester/index.json';
const request = () => new Request(`https://gallery.example/${PATH}`);

it('redirects when nothing may be taken in', async () => {
  const { options, other } = await open();
  const answer = await openUpstream(options).read(request(), PATH);
  expect(answer?.headers.get('location')).toBe(`${other.origin}/v3/flat/pester/index.json`);
});

it('takes in through the door, in the name of its owner', async () => {
  const { options, door, state, told } = await open();
  const upstream = openUpstream({ ...options, intake: { take: ['Pester'], owner: 'contoso', door } });
  expect(await upstream.read(request(), PATH)).toBeUndefined();
  expect(state.catalogue.packages).toMatchObject([{ id: 'Pester', owners: ['contoso'] }]);
  expect(told).toEqual(['taken']);
});
