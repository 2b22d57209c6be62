import { expect, it } from 'vitest';
import { installCommands, registrationCommands } from '../../src/site/install-commands.ts';
import { siteRoutes } from '../../src/site/routes.ts';
import { makeGallery, makeSettings } from '../support/make-gallery.ts';

it('names the feed that each client takes', () => {
  const settings = makeSettings({ title: 'Contoso' });
  const commands = registrationCommands(settings, siteRoutes('https://host.example/repo/'));
  expect(commands.map(({ command }) => command)).toEqual([
    'Register-PSResourceRepository -Name Contoso -Uri https://host.example/repo/v3/index.json -Trusted',
    'Register-PSRepository -Name Contoso -SourceLocation https://host.example/repo/api/v2/ -InstallationPolicy Trusted',
    'dotnet nuget add source https://host.example/repo/v3/index.json --name Contoso',
  ]);
});

it('names V2 for PSResourceGet behind a gateway, without the slash by which the client would not know it', () => {
  const settings = makeSettings({ title: 'Contoso', hosting: 'gateway' });
  const commands = registrationCommands(settings, siteRoutes('https://host.example/repo/'));
  expect(commands.map(({ command }) => command)).toEqual([
    'Register-PSResourceRepository -Name Contoso -Uri https://host.example/repo/api/v2 -Trusted',
    'Register-PSRepository -Name Contoso -SourceLocation https://host.example/repo/api/v2/ -InstallationPolicy Trusted',
    'dotnet nuget add source https://host.example/repo/v3/index.json --name Contoso',
  ]);
});

const gallery = makeGallery([{ id: 'Contoso.Tools', versions: ['1.0.0', '1.1.0', '2.0.0-beta1'] }]);
const versions = gallery.packages[0]?.versions ?? [];

it.each([
  [1, true, ['Install-PSResource Contoso.Tools -Repository G', 'Install-Module Contoso.Tools -Repository G']],
  [
    0,
    false,
    [
      'Install-PSResource Contoso.Tools -Version 1.0.0 -Repository G',
      'Install-Module Contoso.Tools -RequiredVersion 1.0.0 -Repository G',
    ],
  ],
  [
    2,
    false,
    [
      'Install-PSResource Contoso.Tools -Version 2.0.0-beta1 -Prerelease -Repository G',
      'Install-Module Contoso.Tools -RequiredVersion 2.0.0-beta1 -AllowPrerelease -Repository G',
    ],
  ],
])('installs version %d as its users would type it', (index, isShown, expected) => {
  const item = versions[index];
  if (!item) throw new Error('no such version');
  expect(
    installCommands(item, 'G', isShown)
      .slice(0, 2)
      .map(({ command }) => command),
  ).toEqual(expected);
});
