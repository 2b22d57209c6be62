import { expect, it } from 'vitest';
import { type AssetBinding, fetchAsset } from '../../../src/gateway/edge/asset-binding.ts';

function bindingOf(status: number) {
  const asked: string[] = [];
  const binding: AssetBinding & { readonly asked: readonly string[] } = {
    asked,
    async fetch(request) {
      // As the platform's does: it refuses to be called outside of its object.
      if (this !== binding) throw new TypeError('Illegal invocation');
      asked.push(`${request.method} ${new URL(request.url).pathname} ${request.redirect}`);
      return new Response(status === 304 ? null : 'x', { status });
    },
  };
  return binding;
}

it.each([
  ['v3/index.json', '/v3/index.json'],
  ["api/v2/Packages(Id='A',Version='1.0.0').html", "/api/v2/Packages(Id%3D'A'%2CVersion%3D'1.0.0').html"],
  ['api/v2/$metadata.html', '/api/v2/%24metadata.html'],
  ['a?b#c', '/a%3Fb%23c'],
  ['100%', '/100%25'],
  ['ä b+c', '/%C3%A4%20b%2Bc'],
])('asks for %s by one address of it', async (path, pathname) => {
  const binding = bindingOf(200);
  expect((await fetchAsset(binding, path))?.status).toBe(200);
  expect(binding.asked).toEqual([`GET ${pathname} manual`]);
});

it.each(['', '/', 'a//b', 'a/', '/a', '.', 'a/../b', './a'])(
  'does not ask for %j, which is no file',
  async (path) => {
    const binding = bindingOf(200);
    expect(await fetchAsset(binding, path)).toBeUndefined();
    expect(binding.asked).toEqual([]);
  },
);

it('knows a file that is not there from a platform that fails', async () => {
  expect(await fetchAsset(bindingOf(404), 'a')).toBeUndefined();
  expect((await fetchAsset(bindingOf(304), 'a'))?.status).toBe(304);
  for (const status of [307, 405, 500, 503]) {
    await expect(fetchAsset(bindingOf(status), 'a')).rejects.toThrow(`answered ${status} for a`);
  }
});
