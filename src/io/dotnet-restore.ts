/** The real dotnet, restoring one exact version from one source into a folder of its own, which is removed afterwards. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import { fileHash } from './artifact-files.ts';

const TIMEOUT_MS = 180_000;

export interface RestoreWish {
  readonly id: string;
  readonly version: string;
  /** Name of the folder and of the .nupkg in it: NuGet writes both in lower case and normalised. */
  readonly key: { readonly id: string; readonly version: string };
  /** The text of a NuGet.Config whose only source is the gallery. */
  readonly config: string;
}

export interface RestoreOutcome {
  readonly isRestored: boolean;
  /** Of the .nupkg as dotnet keeps it, base64; undefined when it has none. */
  readonly sha512: string | undefined;
  readonly output: string;
}

/**
 * @param program  path or name of dotnet
 * @throws GalleryError when there is no such program
 */
export async function restoreWithDotnet(program: string, wish: RestoreWish): Promise<RestoreOutcome> {
  const cwd = await mkdtemp(join(tmpdir(), 'pwshelf-smoke-'));
  try {
    await writeFile(join(cwd, 'NuGet.Config'), wish.config);
    await writeFile(join(cwd, 'Smoke.csproj'), projectText(wish));
    const { isFine, output } = await run(program, ['restore', '--no-cache'], cwd);
    const { id, version } = wish.key;
    const blob = join(cwd, 'packages', id, version, `${id}.${version}.nupkg`);
    const sha512 = await fileHash(blob).catch(() => undefined);
    return { isRestored: isFine, sha512, output };
  } finally {
    // A server of the compiler may hold a file for a moment.
    await rm(cwd, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** PackageDownload fetches exactly one version without what it depends on, which may lie in another gallery. */
function projectText({ id, version }: RestoreWish): string {
  return (
    '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework>' +
    '<DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences></PropertyGroup>' +
    `<ItemGroup><PackageDownload Include="${id}" Version="[${version}]" /></ItemGroup></Project>`
  );
}

function run(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<{ readonly isFine: boolean; readonly output: string }> {
  // Nothing by which this machine may point dotnet at other feeds, and none of its secrets.
  const kept = ['PATH', 'DOTNET_ROOT', 'SystemRoot', 'TEMP', 'TMP', 'ProgramFiles'];
  const env = {
    ...Object.fromEntries(kept.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : []))),
    LANG: 'C.UTF-8',
    HOME: cwd,
    USERPROFILE: cwd,
    APPDATA: cwd,
    LOCALAPPDATA: cwd,
    DOTNET_CLI_HOME: cwd,
    NUGET_PACKAGES: join(cwd, 'packages'),
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_NOLOGO: '1',
    DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1',
    DOTNET_CLI_UI_LANGUAGE: 'en',
  };
  return new Promise((resolve, reject) => {
    execFile(
      program,
      args,
      { cwd, env, timeout: TIMEOUT_MS, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        if (error && 'code' in error && error.code === 'ENOENT') return reject(absent(program));
        resolve({ isFine: error === null, output: `${stdout}\n${stderr}`.trim() });
      },
    );
  });
}

function absent(program: string): GalleryError {
  return new GalleryError(
    'DOTNET_ABSENT',
    `There is no ${program}, so no real client has tried the build.`,
    'Install the .NET SDK 8 or later, name the program in PWSHELF_DOTNET, or leave it out with --client none.',
  );
}
