/** What a user types to install a package, for each generation of clients. */
import type { PackageVersion } from '../domain/gallery.ts';
import type { GallerySettings } from '../domain/gallery-settings.ts';
import { isPrerelease } from '../domain/nuget-version.ts';
import { repositoryName } from '../domain/repository-name.ts';
import type { SiteRoutes } from './routes.ts';

export interface ClientCommand {
  /** Name of the client, as its users know it. */
  readonly client: string;
  readonly command: string;
}

/**
 * Once on each machine. PSResourceGet searches by wildcard, tag and command on V2 alone, but files answer none of that and
 * would mislead it: V2 is for it only where a gateway answers.
 */
export function registrationCommands(
  { title, hosting }: Pick<GallerySettings, 'title' | 'hosting'>,
  routes: SiteRoutes,
): readonly ClientCommand[] {
  const name = repositoryName(title);
  const source = hosting === 'gateway' ? routes.v2Source : routes.v3Url;
  return [
    {
      client: 'PSResourceGet',
      command: `Register-PSResourceRepository -Name ${name} -Uri ${source} -Trusted`,
    },
    {
      client: 'PowerShellGet 2',
      command: `Register-PSRepository -Name ${name} -SourceLocation ${routes.v2Url} -InstallationPolicy Trusted`,
    },
    { client: 'dotnet, nuget', command: `dotnet nuget add source ${routes.v3Url} --name ${name}` },
  ];
}

/** @param isShown  whether it is the version that clients take without being told a number */
export function installCommands(
  item: PackageVersion,
  title: string,
  isShown: boolean,
): readonly ClientCommand[] {
  const name = repositoryName(title);
  const noun = item.kind === 'module' ? 'Module' : 'Script';
  const version = item.version.original;
  const prerelease = isPrerelease(item.version);
  const exact = isShown && !prerelease ? '' : ` -Version ${version}`;
  const required = isShown && !prerelease ? '' : ` -RequiredVersion ${version}`;
  return [
    {
      client: 'PSResourceGet',
      command: `Install-PSResource ${item.id}${exact}${prerelease ? ' -Prerelease' : ''} -Repository ${name}`,
    },
    {
      client: 'PowerShellGet 2',
      command: `Install-${noun} ${item.id}${required}${prerelease ? ' -AllowPrerelease' : ''} -Repository ${name}`,
    },
    {
      client: 'nuget',
      command: `nuget install ${item.id} -Version ${item.version.normalized} -Source ${name}`,
    },
  ];
}
