/** A project for the real dotnet, with sources and caches of its own. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ClientRun, runClient } from './clients.ts';

const PROJECT_NAME = 'Trial';

export interface DotnetProject {
  readonly run: (...args: readonly string[]) => Promise<ClientRun>;
  /** `id/version` of what is in the package folder, sorted. */
  readonly installed: () => readonly string[];
  readonly project: () => string;
}

export interface DotnetProjectParts {
  /** A new folder. */
  readonly cwd: string;
  readonly references?: string;
  /** The text of its NuGet.Config. */
  readonly config: string;
}

export function makeDotnetProject(
  dotnet: string,
  { cwd, references = '', config }: DotnetProjectParts,
): DotnetProject {
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'NuGet.Config'), config);
  writeFileSync(
    join(cwd, `${PROJECT_NAME}.csproj`),
    `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences></PropertyGroup><ItemGroup>${references}</ItemGroup></Project>`,
  );
  const env = {
    HOME: cwd,
    DOTNET_CLI_HOME: cwd,
    NUGET_PACKAGES: join(cwd, 'packages'),
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_NOLOGO: '1',
    DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1',
    DOTNET_CLI_UI_LANGUAGE: 'en',
  };
  const packages = join(cwd, 'packages');
  return {
    run: (...args) => runClient(dotnet, args, { cwd, env }),
    installed: () =>
      (existsSync(packages) ? readdirSync(packages) : [])
        .flatMap((id) => readdirSync(join(packages, id)).map((version) => `${id}/${version}`))
        .sort(),
    project: () => readFileSync(join(cwd, `${PROJECT_NAME}.csproj`), 'utf8'),
  };
}

export function packageReference(id: string, version: string): string {
  return `<PackageReference Include="${id}" Version="${version}" />`;
}
