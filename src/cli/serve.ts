/** `pwshelf serve`: a built gallery over HTTP, as the static host will serve it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { GalleryError } from '../domain/gallery-error.ts';
import { V2_ROOT, V3_INDEX } from '../feed/urls.ts';
import { createStaticHost } from '../gateway/node/static-host.ts';
import { formatRequest } from '../gateway/request-log.ts';
import { writeAtomic } from '../io/write-atomic.ts';
import { cacheDirOf } from './cache-dir.ts';
import type { Terminal } from './terminal.ts';
import { DIST_OPTION, UsageError, type Verb, type VerbArguments, type VerbOption } from './verb.ts';

export const DEFAULT_PORT = 8080;

export const SERVE_OPTIONS: Readonly<Record<string, VerbOption>> = {
  port: { value: 'N', help: `the port (default: ${DEFAULT_PORT}; 0 for any that is free)` },
  host: { value: 'ADDRESS', help: 'the address to listen on (default: 127.0.0.1, this machine only)' },
  log: { help: 'print a line for every request' },
};

export const serveVerb: Verb = {
  name: 'serve',
  summary: 'serve a built gallery over HTTP',
  operands: '',
  operandCount: { min: 0, max: 0 },
  about: [
    'Behaves as GitHub Pages does: queries are ignored, paths are case-sensitive, X.html also answers X. What works\n' +
      'here works when it is deployed. The addresses inside the feeds are those of the build: build with the\n' +
      '--site-url under which it is served.',
  ],
  options: {
    dir: DIST_OPTION,
    static: { help: 'as a static host does; the only way there is so far, and the default' },
    base: { value: '/PATH/', help: 'the path under which the site lives (default: /)' },
    ...SERVE_OPTIONS,
  },
  examples: [
    ['pwshelf serve', 'dist/ on http://127.0.0.1:8080/'],
    ['pwshelf serve --port 0 --log', 'on any free port, telling each request'],
    ['pwshelf serve --base /gallery/', 'as a project site: http://127.0.0.1:8080/gallery/'],
  ],
  run: async (args, terminal) => {
    await serveUntilStopped(args, terminal, {
      dir: args.text('dir') ?? 'dist',
      base: args.text('base') ?? '/',
    });
    return 0;
  },
};

/** Serves until the process is told to stop (Ctrl+C or SIGTERM). */
export async function serveUntilStopped(
  args: VerbArguments,
  terminal: Terminal,
  { dir, base }: { readonly dir: string; readonly base: string },
): Promise<void> {
  if (!existsSync(dir)) {
    throw new GalleryError(
      'DIR_ABSENT',
      `There is no folder ${dir}.`,
      'Run `pwshelf build` first, or name the folder with --dir.',
    );
  }
  if (!/^\/(?:[^/?#]+\/)*$/.test(base))
    throw new UsageError(`--base ${base} needs a slash at both ends, e.g. /gallery/.`);
  const host = args.text('host') ?? '127.0.0.1';
  const server = createStaticHost({
    root: dir,
    base,
    ...(args.isSet('log') && { log: (entry) => terminal.say(formatRequest(entry)) }),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, portOf(args))));
    server.listen(portOf(args), host, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : portOf(args);
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}${base}`;
  for (const line of addressLines(url, writeNuGetConfig(args, url))) terminal.say(line);
  await new Promise<void>((resolve) => {
    const stop = () => {
      server.close(() => resolve());
      server.closeAllConnections();
    };
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
}

/** @throws UsageError */
export function portOf(args: VerbArguments): number {
  const text = args.text('port') ?? String(DEFAULT_PORT);
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535)
    throw new UsageError(`--port ${text} is not a port: 0 to 65535.`);
  return port;
}

/** dotnet refuses a source without TLS unless a NuGet.Config allows it by name. */
function writeNuGetConfig(args: VerbArguments, url: string): string | undefined {
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

function addressLines(url: string, nuGetConfig: string | undefined): readonly string[] {
  return [
    '',
    `  Gallery         ${url}`,
    `  PSResourceGet   Register-PSResourceRepository -Name Gallery -Uri ${url}${V3_INDEX}`,
    `  PowerShellGet 2 Register-PSRepository -Name Gallery -SourceLocation ${url}${V2_ROOT}`,
    ...(nuGetConfig === undefined ? [] : [`  dotnet, nuget   --configfile ${nuGetConfig}`]),
    '',
    '  Ctrl+C stops it.',
    '',
  ];
}

function listenError(error: NodeJS.ErrnoException, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new GalleryError(
      'PORT_TAKEN',
      `Port ${port} is in use by another program.`,
      'Name another one with --port, or --port 0 for any that is free.',
    );
  }
  if (error.code === 'EACCES') {
    return new GalleryError(
      'PORT_REFUSED',
      `This user may not listen on port ${port}.`,
      'Name a port above 1023 with --port.',
    );
  }
  return error;
}
