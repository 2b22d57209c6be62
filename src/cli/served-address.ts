/** Where `serve` and `start` listen, and what they say of it to whoever wants to use the gallery. */
import { join } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import { V2_ROOT, V2_SOURCE, V3_INDEX } from '../feed/urls.ts';
import { writeAtomic } from '../io/write-atomic.ts';
import { cacheDirOf } from './cache-dir.ts';
import { UsageError, type VerbArguments } from './verb.ts';

export const DEFAULT_PORT = 8080;

/** @throws UsageError */
export function portOf(args: VerbArguments): number {
  const text = args.text('port') ?? String(DEFAULT_PORT);
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new UsageError(`--port ${text} is not a port: 0 to 65535.`);
  return port;
}

export function hostOf(args: VerbArguments): string {
  return args.text('host') ?? '127.0.0.1';
}

export function servedUrl(scheme: 'http' | 'https', host: string, port: number, base: string): string {
  return `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}${base}`;
}

/** dotnet refuses a source without TLS unless a NuGet.Config allows it by name. */
export function writeNuGetConfig(args: VerbArguments, url: string): string | undefined {
  const cacheDir = cacheDirOf(args);
  if (cacheDir === undefined) return undefined;
  const path = join(cacheDir, 'NuGet.Config');
  try {
    writeAtomic(path, nuGetConfigText(url));
    return path;
  } catch {
    return undefined;
  }
}

export function nuGetConfigText(url: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<configuration>
  <packageSources>
    <clear />
    <add key="pwshelf" value="${url}${V3_INDEX}" allowInsecureConnections="true" />
  </packageSources>
</configuration>
`;
}

export interface ServedWays {
  /** Whether V2 answers queries: PSResourceGet then has the more of it. */
  readonly isGateway: boolean;
  readonly nuGetConfig: string | undefined;
  readonly takesPushes: boolean;
  readonly isPrivate: boolean;
  /** Which the feeds name; undefined where nobody looked. */
  readonly siteUrl: string | undefined;
}

export function addressLines(
  url: string,
  { isGateway, nuGetConfig, takesPushes, isPrivate, siteUrl }: ServedWays,
): readonly string[] {
  const source = isGateway ? V2_SOURCE : V3_INDEX;
  const credential = isPrivate ? ' -Credential (Get-Credential)' : '';
  return [
    '',
    `  Gallery         ${url}`,
    `  PSResourceGet   Register-PSResourceRepository -Name Gallery -Uri ${url}${source}`,
    `  PowerShellGet 2 Register-PSRepository -Name Gallery -SourceLocation ${url}${V2_ROOT}${credential}`,
    ...(nuGetConfig === undefined ? [] : [`  dotnet, nuget   --configfile ${nuGetConfig}`]),
    ...(takesPushes ? [`  Publish         Publish-Module -Repository Gallery -Path … -NuGetApiKey …`] : []),
    ...(isPrivate ? ['  Private         any user name, and a key that may read as the password'] : []),
    ...(siteUrl === undefined || siteUrl === url
      ? []
      : ['', `  It was built for ${siteUrl}, where its feeds send clients.`]),
    '',
    '  Ctrl+C stops it.',
    '',
  ];
}

/** What the system says of an address and a port, with what to do about it. */
export function listenError(error: unknown, host: string, port: number): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    return new GalleryError(
      'PORT_TAKEN',
      `Port ${port} is in use by another program.`,
      'Name another one with --port, or --port 0 for any that is free.',
    );
  }
  if (code === 'EACCES') {
    return new GalleryError(
      'PORT_REFUSED',
      `This user may not listen on port ${port}.`,
      'Name a port above 1023 with --port.',
    );
  }
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL' || code === 'EAI_AGAIN') {
    return new GalleryError(
      'HOST_UNKNOWN',
      `This machine has no address ${host}.`,
      'Name one that it has with --host: 127.0.0.1 for this machine alone, 0.0.0.0 for all others too.',
    );
  }
  return error;
}
