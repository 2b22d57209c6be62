/** Who gets past the gate of a private gallery, and that it tells those outside nothing. */
import { expect, it } from 'vitest';
import type { CredentialThrottle, GatewayParts } from '../../src/gateway/parts.ts';
import { refuseStranger } from '../../src/gateway/reader-gate.ts';

const CONTEXT = { requestId: 'id', address: '192.0.2.7', noteKey: () => {} };
const isReader = async ({ secret }: { readonly secret: string }) => secret === 'right';

async function refuse(
  headers: Record<string, string>,
  parts: Pick<GatewayParts, 'isReader' | 'throttle' | 'realm'> = { isReader },
) {
  return refuseStranger(new Request('http://gallery.example/', { headers }), parts, CONTEXT);
}

it('lets everybody into a public gallery', async () => {
  expect(await refuse({}, {})).toBeUndefined();
});

it.each([
  { authorization: `Basic ${btoa('PowerShell:right')}` },
  { authorization: 'Bearer right' },
  { 'x-nuget-apikey': 'right' },
])('lets the key in as %j', async (headers) => {
  expect(await refuse(headers)).toBeUndefined();
});

it('answers nothing, nonsense and a wrong key alike', async () => {
  const seen = new Set<string>();
  for (const headers of [{}, { authorization: 'Basic !!!' }, { authorization: 'Bearer wrong' }]) {
    const answer = await refuse(headers);
    seen.add(JSON.stringify([answer?.status, [...(answer?.headers ?? [])], await answer?.text()]));
  }
  expect([...seen]).toHaveLength(1);
  expect([...seen][0]).toContain(String.raw`Basic realm=\"PowerShell gallery\", charset=\"UTF-8\"`);
});

it('quotes the name of the gallery for the header', async () => {
  const answer = await refuse({}, { isReader, realm: 'The "best" \\ gallery\r\nX: y ü' });
  expect(answer?.headers.get('www-authenticate')).toBe(
    String.raw`Basic realm="The \"best\" \\ galleryX: y ", charset="UTF-8"`,
  );
});

it('tells an address to wait that failed too often, but lets in whoever shows the right key from there', async () => {
  const failures: string[] = [];
  const throttle: CredentialThrottle = {
    waitSeconds: () => (failures.length < 2 ? 0 : 12.5),
    noteFailure: (address) => failures.push(address),
  };
  const parts = { throttle, isReader };
  expect((await refuse({}, parts))?.status).toBe(401);
  expect(failures).toEqual([]);
  expect((await refuse({ authorization: 'Bearer wrong' }, parts))?.status).toBe(401);
  expect((await refuse({ authorization: 'nonsense' }, parts))?.status).toBe(401);
  const slowed = await refuse({ authorization: 'Bearer wrong' }, parts);
  expect([slowed?.status, slowed?.headers.get('retry-after')]).toEqual([429, '13']);
  expect((await refuse({}, parts))?.status).toBe(401);
  expect(await refuse({ authorization: 'Bearer right' }, parts)).toBeUndefined();
  expect(failures).toEqual(['192.0.2.7', '192.0.2.7', '192.0.2.7']);
});
