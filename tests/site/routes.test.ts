import { expect, it } from 'vitest';
import { parseNuGetVersion } from '../../src/domain/nuget-version.ts';
import { iconImagePath, siteRoutes } from '../../src/site/routes.ts';

const version = parseNuGetVersion('1.0.0-Beta1');
if (!version.ok) throw new Error('not a version');

it('puts every address under the base path', () => {
  const routes = siteRoutes('https://host.example/repo/');
  expect(routes.home).toBe('/repo/');
  expect(routes.packages).toBe('/repo/packages/');
  expect(routes.packagesPage(1)).toBe('/repo/packages/');
  expect(routes.packagesPage(2)).toBe('/repo/packages/page/2/');
  expect(routes.package('Contoso.Tools')).toBe('/repo/packages/Contoso.Tools/');
  expect(routes.version('Contoso.Tools', version.value)).toBe('/repo/packages/Contoso.Tools/1.0.0-Beta1/');
  expect(routes.download('Contoso.Tools', version.value)).toBe(
    '/repo/v3/flatcontainer/contoso.tools/1.0.0-beta1/contoso.tools.1.0.0-beta1.nupkg',
  );
  expect(routes.icon('Contoso.Tools', version.value)).toBe(
    `/repo/${iconImagePath('contoso.tools', version.value)}`,
  );
  expect(routes.pagefind).toBe('/repo/pagefind/');
});

it('names the feeds by whole addresses', () => {
  const routes = siteRoutes('https://host.example/');
  expect(routes.v3Url).toBe('https://host.example/v3/index.json');
  expect(routes.v2Url).toBe('https://host.example/api/v2/');
  expect(routes.v2Source).toBe('https://host.example/api/v2');
  expect(routes.pushUrl).toBe('https://host.example/api/v2/package');
});
