/** The whole over HTTP: a gateway, another gallery on this machine, and what each is asked. */
import { describe, expect, it } from 'vitest';
import { intakeGallery } from '../../support/intake-gallery.ts';
import { upstreamStandIn } from '../../support/upstream-stand-in.ts';

const THERE = {
  Pester: [{ version: '5.0.0' }, { version: '5.5.0' }, { version: '6.0.0-alpha' }],
  'Contoso.Secrets': [{ version: '99.0.0' }],
  'Held.Tools': [{ version: '99.0.0' }],
};
const HERE = [{ id: 'Held.Tools', versions: ['1.0.0'] }];

describe('a gallery that redirects', () => {
  it('sends a client on to where the answer is', async () => {
    const other = await upstreamStandIn(THERE);
    const { ask } = intakeGallery({ upstreams: [other.v2, other.v3], packages: HERE });
    const redirected = await ask("api/v2/FindPackagesById()?id='pester'&$skip=0&$top=40");
    expect([redirected.status, redirected.headers.get('cache-control')]).toEqual([302, 'no-store']);
    const feed = await (await fetch(redirected.headers.get('location') ?? '')).text();
    expect(feed).toContain('<d:Id>Pester</d:Id><d:Version>5.5.0</d:Version>');

    const versions = await ask('v3/flatcontainer/pester/index.json');
    expect(await (await fetch(versions.headers.get('location') ?? '')).json()).toEqual({
      versions: ['5.0.0', '5.5.0', '6.0.0-alpha'],
    });
    const blob = await ask('v3/flatcontainer/pester/5.0.0/pester.5.0.0.nupkg');
    expect((await fetch(blob.headers.get('location') ?? '')).status).toBe(200);
  });

  it('answers for its own names alone, though the other gallery has them too', async () => {
    const other = await upstreamStandIn(THERE);
    const { ask } = intakeGallery({ upstreams: [other.v2, other.v3], packages: HERE });
    for (const id of ['Held.Tools', 'held.TOOLS', 'Contoso.Secrets', 'CONTOSO%2Esecrets']) {
      expect((await ask(`api/v2/FindPackagesById()?id='${id}'`)).status).toBe(200);
      expect((await ask(`api/v2/package/${id}/99.0.0`)).status).toBe(200);
      expect((await ask(`v3/flatcontainer/${id}/index.json`)).status).toBe(404);
      expect((await ask(`v3/registration-exact/${id}/index.json`)).status).toBe(404);
    }
    expect(other.asked).toEqual([]);
  });

  it('keeps searches and lists to itself', async () => {
    const other = await upstreamStandIn(THERE);
    const { ask } = intakeGallery({ upstreams: [other.v2, other.v3] });
    expect((await ask("api/v2/Search()?searchTerm='Pester'")).status).toBe(200);
    expect((await ask("api/v2/FindPackagesById()?id='Pes*'")).status).toBe(200);
    expect((await ask('v3/search.json?q=Pester')).status).toBe(404);
    expect((await ask('packages/Pester/')).status).toBe(404);
    expect(other.asked).toEqual([]);
  });

  it('has nothing to say when the service index of the other is broken', async () => {
    const other = await upstreamStandIn(THERE, (path, response) => {
      if (path === '/v3/index.json') response.writeHead(500).end('<html>');
      return path === '/v3/index.json';
    });
    const { ask, state } = intakeGallery({ upstreams: [other.v3] });
    expect((await ask('v3/flatcontainer/pester/index.json')).status).toBe(404);
    expect((await ask('v3/flatcontainer/other/index.json')).status).toBe(404);
    expect(other.asked).toEqual(['/v3/index.json']);
    expect(state.told).toMatchObject([{ what: 'failed', upstream: other.v3 }]);
  });
});

describe('a gallery that takes in', () => {
  it('answers itself, with what came through the door', async () => {
    const other = await upstreamStandIn(THERE);
    const { ask, state } = intakeGallery({ upstreams: [other.v2], take: ['Pester', 'Az.*'] });
    expect(await (await ask("api/v2/FindPackagesById()?id='pester'")).text()).toBe('Pester');
    expect(state.published).toMatchObject([{ id: 'pester', from: other.v2 }]);
    expect(state.told).toMatchObject([{ what: 'taken', version: '5.5.0', detail: 'commit c0ffee' }]);
    // From now on it is the gallery's own.
    expect((await ask("api/v2/FindPackagesById()?id='Pester'")).status).toBe(200);
    expect(other.asked).toHaveLength(2);
  });

  it('looks at its files again for a client of V3', async () => {
    const other = await upstreamStandIn(THERE);
    const { ask } = intakeGallery({ upstreams: [other.v3], take: ['Pester'] });
    const answer = await ask('v3/flatcontainer/pester/index.json');
    expect([answer.status, await answer.text()]).toEqual([200, '{"versions":["5.5.0"]}']);
  });

  it('takes nothing in for HEAD, nor what is not on its list', async () => {
    const other = await upstreamStandIn(THERE);
    const { ask } = intakeGallery({ upstreams: [other.v3], take: ['Pester', 'Contoso.*'] });
    expect((await ask('v3/flatcontainer/pester/index.json', { method: 'HEAD' })).status).toBe(404);
    expect((await ask('v3/flatcontainer/held.tools/index.json')).status).toBe(404);
    expect((await ask('v3/flatcontainer/contoso.secrets/index.json')).status).toBe(404);
    expect(other.asked).toEqual([]);
  });
});
