/**
 * `pwshelf smoke`: a real client on a build, before it goes live. The build is served on this machine as the static host
 * will serve it. It names the address at which it will live, so the JSON that dotnet follows is sent with the address of
 * this machine in its place: without that, dotnet would test what is deployed already. Everything else, the packages
 * above all, is sent as it lies there.
 */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { Finding } from '../domain/finding.ts';
import { parseNuGetVersion, versionKey } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import { findingOf } from '../domain/rule.ts';
import type { ListedVersion } from '../domain/version-list.ts';
import { createStaticHost } from '../gateway/node/static-host.ts';
import { listArtifactFiles } from '../io/artifact-files.ts';
import { type RestoreOutcome, restoreWithDotnet } from '../io/dotnet-restore.ts';
import { withSlash } from '../io/published-text.ts';
import { countText } from '../report/terminal-text.ts';
import { deployClientFailed } from '../rules/deploy-client-failed.ts';
import { builtVersions } from './deployed-gallery.ts';
import { stepJson, stepLines } from './probe.ts';
import { probeGallery } from './probe-gallery.ts';
import { nuGetConfigText } from './served-address.ts';
import { tellResult } from './tell.ts';
import { DIST_OPTION, distDirOf, JSON_OPTION, UsageError, type Verb, type VerbArguments } from './verb.ts';

export const smokeVerb: Verb = {
  name: 'smoke',
  summary: 'try a built gallery with a real client before it goes live',
  operands: '',
  operandCount: { min: 0, max: 0 },
  about: [
    'Serves the build on this machine as the static host will, asks it for what clients ask (as `probe` does), and\n' +
      'lets dotnet restore one package of it, the smallest that is listed, into a folder that is removed afterwards.',
  ],
  options: {
    dir: DIST_OPTION,
    client: { value: 'NAME', help: 'dotnet or none (default: dotnet; PWSHELF_DOTNET may name the program)' },
    json: JSON_OPTION,
  },
  examples: [
    ['pwshelf smoke', 'dist/ with dotnet'],
    ['pwshelf smoke --dir public --client none', 'where there is no .NET SDK'],
  ],
  run: async (args, terminal) => {
    const dir = distDirOf(args);
    const client = clientOf(args);
    const files = await listArtifactFiles(dir);
    const { list } = await builtVersions(dir);
    const served = await serveAtLoopback(dir, list.site);
    try {
      const hasSite = files.some(({ path }) => path === 'index.html');
      const steps = await probeGallery(served.url, { listText: undefined, hasSite });
      const item = smallestListed(list.versions);
      const restored = item && client === 'dotnet' ? await restore(item, served.url) : [];
      const findings = [...steps.flatMap((step) => step.findings), ...restored];
      if (!args.isSet('json')) for (const line of stepLines(steps)) terminal.out(`${line}\n`);
      const tried = client === 'dotnet' && item ? { id: item.id, version: item.version } : null;
      return tellResult(args, terminal, findings, { dir, client, tried, steps: steps.map(stepJson) }, [
        triedText(client, item),
        `${dir}: ${steps.length} addresses: ${countText(findings)}.`,
      ]);
    } finally {
      await served.close();
    }
  },
};

async function restore(item: ListedVersion, url: string): Promise<readonly Finding[]> {
  const { id, version } = item;
  const parsed = parseNuGetVersion(version);
  const key = { id: packageKey(id), version: parsed.ok ? versionKey(parsed.value) : version };
  const program = process.env['PWSHELF_DOTNET'] || 'dotnet';
  const outcome = await restoreWithDotnet(program, { id, version, key, config: nuGetConfigText(url) });
  const problem = problemOf(outcome, item);
  if (problem === undefined) return [];
  return [findingOf(deployClientFailed, { file: item.path }, { client: 'dotnet', id, version, problem })];
}

function problemOf({ isRestored, sha512, output }: RestoreOutcome, item: ListedVersion): string | undefined {
  if (!isRestored) return output.slice(-1000) || 'it ended with an error and said nothing';
  if (sha512 === undefined) return 'it said that all is well, but the package is not there';
  return sha512 === item.sha512 ? undefined : `the package that it keeps has the SHA-512 ${sha512}`;
}

/** The whole URL with its trailing slash, on any free port. */
async function serveAtLoopback(dir: string, siteUrl: string) {
  const base = basePathOf(siteUrl);
  let url = '';
  const server = createStaticHost({
    root: dir,
    base,
    rewriteJson: (text) => text.replaceAll(withSlash(siteUrl), url),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
  const close = async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return { url, close };
}

/** As it will be on the host; a path that the imitation cannot have is left out. */
function basePathOf(siteUrl: string): string {
  const { pathname } = new URL(withSlash(siteUrl));
  return /^\/(?:[A-Za-z0-9._~-]+\/)*$/.test(pathname) ? pathname : '/';
}

function smallestListed(versions: readonly ListedVersion[]): ListedVersion | undefined {
  return versions
    .filter(({ isListed }) => isListed)
    .reduce<ListedVersion | undefined>(
      (least, item) => (least === undefined || item.sizeBytes < least.sizeBytes ? item : least),
      undefined,
    );
}

function triedText(client: 'dotnet' | 'none', item: ListedVersion | undefined): string {
  if (client === 'none') return 'No real client has tried the build: --client none.';
  return item
    ? `dotnet was asked for ${item.id} ${item.version}.`
    : 'No package is listed for dotnet to restore.';
}

function clientOf(args: VerbArguments): 'dotnet' | 'none' {
  const text = args.text('client') ?? 'dotnet';
  if (text === 'dotnet' || text === 'none') return text;
  throw new UsageError(`--client ${text}: dotnet or none is expected.`);
}
