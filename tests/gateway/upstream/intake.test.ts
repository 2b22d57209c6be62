/** What comes in from another gallery, and what does not, against one on this machine that may be hostile. */
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { PushOutcome } from '../../../src/gateway/push-door.ts';
import { findingOf, intakeGallery } from '../../support/intake-gallery.ts';
import { makeNupkg } from '../../support/make-nupkg.ts';
import { upstreamStandIn } from '../../support/upstream-stand-in.ts';

const versions = ['5.0.0', '5.5.0', '6.0.0-alpha'].map((version) => ({ version }));
const THERE = { Pester: [...versions, { version: '7.0.0', listed: false }] };
const EXACT = "api/v2/FindPackagesById()?$filter=Id eq 'Pester' and NormalizedVersion eq '5.0.0'&id='Pester'";

describe('the version that is taken in', () => {
  it.each([
    ["api/v2/FindPackagesById()?id='Pester'", '5.5.0'],
    [EXACT, '5.0.0'],
    [
      "api/v2/FindPackagesById()?$filter=NormalizedVersion lt '5.5.0' and Id eq 'Pester'&id='Pester'",
      '5.0.0',
    ],
    ["api/v2/Packages(Id='Pester',Version='6.0.0-alpha')", '6.0.0-alpha'],
    ['api/v2/package/Pester/5.0.0', '5.0.0'],
    ['api/v2/package/Pester', '5.5.0'],
    ['v3/registration/pester/index.json', '5.5.0'],
    ['v3/flatcontainer/pester/5.0.0/pester.5.0.0.nupkg', '5.0.0'],
  ])('by %s is %s', async (path, expected) => {
    const other = await upstreamStandIn(THERE);
    for (const upstream of [other.v2, other.v3]) {
      const { ask, state } = intakeGallery({ upstreams: [upstream], take: ['*'] });
      await ask(path);
      expect(state.told, upstream).toMatchObject([{ what: 'taken', version: expected, upstream }]);
    }
  });

  it('comes from the first gallery that has it', async () => {
    const [one, two] = [await upstreamStandIn({}), await upstreamStandIn(THERE)];
    const { ask, state } = intakeGallery({ upstreams: [one.v2, one.v3, two.v3], take: ['*'] });
    await ask(EXACT);
    expect(state.told).toMatchObject([{ what: 'taken', upstream: two.v3 }]);
  });

  it.each(['v2', 'v3'] as const)(
    'does not come from the second when the first knows the name: %s',
    async (kind) => {
      const two = await upstreamStandIn({ Pester: [{ version: '5.0.0' }] });
      for (const known of [[{ version: '9.0.0-a' }], [{ version: '9.0.0', listed: false }]]) {
        const one = await upstreamStandIn({ Pester: known });
        const { ask, state } = intakeGallery({ upstreams: [one[kind], two.v2], take: ['*'] });
        await ask(EXACT);
        await ask("api/v2/FindPackagesById()?id='Pester'");
        expect(state.told.map(({ what }) => what)).toEqual(['absent', 'absent']);
      }
      expect(two.asked).toEqual([]);
    },
  );

  it('does not come from the second because the first is broken', async () => {
    const one = await upstreamStandIn(THERE, (_, response) => {
      response.writeHead(500).end();
      return true;
    });
    const two = await upstreamStandIn(THERE);
    const { ask, state } = intakeGallery({ upstreams: [one.v2, two.v2], take: ['*'] });
    await ask(EXACT);
    expect(state.told).toMatchObject([{ what: 'failed', upstream: one.v2 }]);
    expect(two.asked).toEqual([]);
  });
});

describe('nothing is taken in', () => {
  it.each<[string, Parameters<typeof upstreamStandIn>[1], string]>([
    ['answers HTML', (_, response) => Boolean(response.end('<!doctype html><p>Sign in')), 'is no package'],
    ['answers 500', (_, response) => Boolean(response.writeHead(500).end()), 'answered with 500'],
    [
      'sends clients to a private address',
      (_, response) => Boolean(response.writeHead(302, { location: 'http://169.254.169.254/latest' }).end()),
      'it redirects elsewhere',
    ],
    [
      'sends without end',
      (_, response) => {
        const more = () => {
          while (response.write(Buffer.alloc(65_536)));
        };
        response.on('drain', more);
        more();
        return true;
      },
      'it is longer than the 100000 bytes',
    ],
  ])('from a gallery that %s', async (_, hostile, words) => {
    const other = await upstreamStandIn(THERE, hostile);
    const { ask, state } = intakeGallery({ upstreams: [other.v2], take: ['*'] });
    expect(await (await ask(EXACT)).text()).toBe('');
    expect(state.published).toEqual([]);
    expect(state.told).toHaveLength(1);
    expect(state.told[0]?.detail).toContain(words);
  });

  it.each([
    ['another id', makeNupkg({ id: 'Contoso.Secrets', nuspec: '5.0.0' }), 'calls itself Contoso.Secrets'],
    ['another version', makeNupkg({ id: 'Pester', nuspec: '99.0.0' }), 'calls itself version 99.0.0'],
    ['no package', new TextEncoder().encode('PK'), 'no package that can be read'],
  ])('that is %s inside', async (_, bytes, words) => {
    const other = await upstreamStandIn({ Pester: [{ version: '5.0.0', bytes }] });
    const { ask, state } = intakeGallery({ upstreams: [other.v2], take: ['*'] });
    await ask(EXACT);
    expect(state.published).toEqual([]);
    expect(state.told).toMatchObject([{ what: 'refused' }]);
    expect(state.told[0]?.detail).toContain(words);
  });

  it('that the gate refuses, nor asked for again for ten minutes', async () => {
    const other = await upstreamStandIn(THERE);
    const findings = [findingOf('SECRET_FOUND')];
    const publish = async (): Promise<PushOutcome> => ({ kind: 'refused', findings });
    const { ask, state } = intakeGallery({ upstreams: [other.v3], take: ['*'], publish });
    expect((await ask('v3/flatcontainer/pester/5.0.0/pester.5.0.0.nupkg')).status).toBe(404);
    expect(state.told).toMatchObject([{ what: 'refused', findings }]);
    state.nowMs = 599_999;
    await ask('v3/flatcontainer/pester/5.0.0/pester.5.0.0.nupkg');
    expect(state.published).toHaveLength(1);
    state.nowMs = 600_000;
    await ask('v3/flatcontainer/pester/5.0.0/pester.5.0.0.nupkg');
    expect(state.published).toHaveLength(2);
  });

  it('that waits for a maintainer', async () => {
    const other = await upstreamStandIn(THERE);
    const url = 'https://github.com/contoso/gallery/pull/7';
    const publish = async (): Promise<PushOutcome> => ({
      ...{ kind: 'proposed', findings: [], id: 'Pester', version: '5.0.0', url },
    });
    const { ask, state } = intakeGallery({ upstreams: [other.v2], take: ['*'], publish });
    await ask(EXACT);
    await ask(EXACT);
    expect(state.published).toHaveLength(1);
    expect(state.told).toMatchObject([{ what: 'proposed', detail: `it waits for a maintainer at ${url}` }]);
  });

  it('when the index cannot be changed, which is no failure of the answer', async () => {
    const other = await upstreamStandIn(THERE);
    const publish = async () => {
      throw new Error('the index is locked');
    };
    const { ask, state } = intakeGallery({ upstreams: [other.v2], take: ['*'], publish });
    expect((await ask(EXACT)).status).toBe(200);
    expect(state.told).toMatchObject([{ what: 'failed', detail: 'the index is locked' }]);
  });

  it('that somebody published here while it was fetched', async () => {
    let add = () => {};
    const other = await upstreamStandIn(THERE, (path) => {
      if (path.includes('/package/')) add();
      return false;
    });
    const gallery = intakeGallery({ upstreams: [other.v2], take: ['*'] });
    add = () => gallery.add({ id: 'PESTER' });
    expect(await (await gallery.ask(EXACT)).text()).toBe('PESTER');
    expect([other.asked.length, gallery.state.published]).toEqual([1, []]);
  });
});

describe('many who ask at once', () => {
  it('cost one download for the same version', async () => {
    const other = await upstreamStandIn(THERE);
    const { ask, state } = intakeGallery({ upstreams: [other.v2], take: ['*'] });
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(EXACT)));
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array(20).fill('Pester'));
    expect([other.asked.length, state.published.length]).toEqual([1, 1]);
  });

  it('have one version taken in, whichever each of them wants', async () => {
    const other = await upstreamStandIn(THERE);
    const { ask, state } = intakeGallery({ upstreams: [other.v2], take: ['*'] });
    const paths = ["api/v2/FindPackagesById()?id='Pester'", EXACT, 'api/v2/package/PESTER/5.0.0', EXACT];
    const answers = await Promise.all(paths.map((path) => ask(path)));
    expect(await Promise.all(answers.map((answer) => answer.text()))).toEqual(Array(4).fill('Pester'));
    expect(state.told).toMatchObject([{ what: 'taken', version: '5.5.0' }]);
    // The list of versions and the package; after that the name is the gallery's.
    expect(other.asked).toHaveLength(2);
  });

  it('wait for one package together, also when its build takes too long', async () => {
    const other = await upstreamStandIn(THERE);
    const publish = async (): Promise<PushOutcome> => ({
      ...{ kind: 'done', findings: [], id: 'Pester', version: '5.0.0', commit: 'c0ffee' },
    });
    const intake = { awaitVersion: async () => false };
    const { ask, state } = intakeGallery({ upstreams: [other.v2], take: ['*'], publish, intake });
    await Promise.all(Array.from({ length: 5 }, () => ask(EXACT)));
    await ask(EXACT);
    expect(state.published).toHaveLength(1);
    expect(state.told).toMatchObject([{ what: 'taken', detail: 'commit c0ffee, which is not built yet' }]);
  });

  it('have two packages fetched at a time', async () => {
    let [running, most] = [0, 0];
    const names = Array.from({ length: 8 }, (_, at) => `Tool${at}`);
    const { ask, state } = intakeGallery({
      upstreams: ['https://elsewhere.example/api/v2'],
      take: ['Tool*'],
      fetch: async (url) => {
        most = Math.max(most, ++running);
        await pause(1);
        running--;
        const id = url.split('/').at(-2) ?? '';
        return { kind: 'answer', status: 200, body: makeNupkg({ id, nuspec: '1.0.0' }) };
      },
    });
    await Promise.all(names.map((id) => ask(`api/v2/package/${id}/1.0.0`)));
    expect([most, state.published.length]).toEqual([2, 8]);
  });

  it('cannot fill the repository', async () => {
    const names = Array.from({ length: 5 }, (_, at) => `Tool${at}`);
    const other = await upstreamStandIn(Object.fromEntries(names.map((id) => [id, [{ version: '1.0.0' }]])));
    const { ask, state } = intakeGallery({
      upstreams: [other.v2],
      take: ['Tool*'],
      intake: { maxTakenPerHour: 3 },
    });
    for (const id of names) await ask(`api/v2/package/${id}/1.0.0`);
    expect(state.published).toHaveLength(3);
    expect(state.told.map(({ what }) => what)).toEqual(['taken', 'taken', 'taken', 'limited', 'limited']);
    state.nowMs = 3_600_000;
    await ask('api/v2/package/Tool4/1.0.0');
    expect(state.published).toHaveLength(4);
  });
});
