import { describe, expect, it } from 'vitest';
import { upstreamFetch } from '../../../src/gateway/node/upstream-fetch.ts';
import { fetchGuarded } from '../../../src/io/fetch-guarded.ts';
import { upstreamStandIn } from '../../support/upstream-stand-in.ts';

const BOUNDS = { maxBytes: 1_000, timeoutMs: 5_000 };

describe('the fetch of an intake', () => {
  it.each([
    ['http://elsewhere.example/x', 'only https:// is fetched'],
    ['https://127.0.0.1/x', 'private address'],
    ['https://[::1]/x', 'private address'],
    ['https://169.254.169.254/latest/meta-data', 'private address'],
    ['https://user:secret@elsewhere.example/x', 'a name or a password'],
    ['https://elsewhere.example:8443/x', 'the port is 8443'],
    ['https://inside.example/x', 'is at 10.0.0.7, which is a private address'],
  ])('does not ask %s', async (url, words) => {
    const request = () => {
      throw new Error('asked');
    };
    const network = { resolve: async () => ['10.0.0.7'], request: request as never };
    const ask = upstreamFetch([], (at, bounds) => fetchGuarded(at, bounds, network));
    const answer = await ask(url, BOUNDS);
    expect(answer.kind === 'none' && answer.problem).toContain(words);
  });

  it('asks a source on this machine directly, which may lead nowhere else', async () => {
    const other = await upstreamStandIn({ Pester: [{ version: '1.0.0' }] }, (path, response) => {
      if (path === '/away') response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
      return path === '/away';
    });
    const ask = upstreamFetch([{ kind: 'v3', url: other.v3, origin: other.origin }]);
    expect(await ask(other.v3, BOUNDS)).toMatchObject({ kind: 'answer', status: 200 });
    expect(await ask(`${other.origin}/away`, BOUNDS)).toMatchObject({ kind: 'none' });
    expect(await ask('http://127.0.0.1:1/', BOUNDS)).toMatchObject({ kind: 'none' });
  });
});
