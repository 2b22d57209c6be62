/**
 * `node scripts/smoke-test.ts DIST SITE_URL`: the real dotnet installs from a built gallery before it is deployed. The
 * folder is served on this machine as it is; only v3/index.json, the one file that a client starts from, is given with the
 * addresses of this machine. What dotnet stored must be the blobs, byte for byte.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nuGetConfigText } from '../src/cli/serve.ts';
import { parseNuGetVersion } from '../src/domain/nuget-version.ts';
import { API_PACKAGES, blobPath, V3_FLAT_CONTAINER, V3_INDEX } from '../src/feed/urls.ts';
import { createStaticHost } from '../src/gateway/static-host.ts';

/** As many from either end of the list, so that new packages and old ones are among them. */
const SAMPLE = 10;

interface Sample {
  readonly id: string;
  readonly version: string;
}

const [dist = 'dist', siteUrl = 'http://127.0.0.1:8080/'] = process.argv.slice(2);
const samples = samplesOf(dist);
if (samples.length === 0)
  console.log('smoke test: the gallery lists no package yet, so there is nothing to install.');
else await installAll();

/** Newest and oldest of the listed packages. */
function samplesOf(root: string): readonly Sample[] {
  const { packages } = JSON.parse(readFileSync(join(root, API_PACKAGES), 'utf8')) as {
    readonly packages: readonly (Sample & { readonly publishedAt: string })[];
  };
  const byTime = packages.toSorted((a, b) => (a.publishedAt < b.publishedAt ? 1 : -1));
  return byTime.filter((_, index) => index < SAMPLE || index >= byTime.length - SAMPLE);
}

async function installAll(): Promise<void> {
  const files = createStaticHost({ root: dist });
  const filesUrl = await listen(files);
  const front = frontOf(filesUrl);
  const folder = mkdtempSync(join(tmpdir(), 'pwshelf-smoke-'));
  try {
    const frontUrl = await listen(front);
    await restore(folder, nuGetConfigText(frontUrl));
    const wrong = samples.filter((sample) => !isSame(folder, sample));
    if (wrong.length > 0)
      throw new Error(`other bytes came than were built: ${wrong.map(({ id }) => id).join(', ')}`);
    console.log(
      `smoke test: dotnet installed ${samples.map(({ id, version }) => `${id} ${version}`).join(', ')}.`,
    );
  } catch (error) {
    console.error(`smoke test: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  } finally {
    for (const server of [front, files]) {
      server.close();
      server.closeAllConnections();
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

/** Gives the service index with its own address, and everything else as the static host does. */
function frontOf(filesUrl: string): Server {
  return createServer((incoming, response) => {
    if (incoming.url === `/${V3_INDEX}`) {
      const own = `http://${incoming.headers.host}/`;
      response.end(readFileSync(join(dist, V3_INDEX), 'utf8').replaceAll(siteUrl, own));
      return;
    }
    const path = new URL(incoming.url ?? '/', filesUrl);
    request(path, { headers: incoming.headers, method: incoming.method }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    })
      .on('error', () => response.destroy())
      .end();
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function restore(folder: string, config: string): Promise<void> {
  // A download takes exactly this version and leaves dependencies alone, which may live in other galleries.
  const downloads = samples.map(
    ({ id, version }) => `<PackageDownload Include="${id}" Version="[${version}]" />`,
  );
  mkdirSync(join(folder, 'home'));
  writeFileSync(join(folder, 'NuGet.Config'), config);
  writeFileSync(
    join(folder, 'Smoke.csproj'),
    `<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>netstandard2.0</TargetFramework><DisableImplicitFrameworkReferences>true</DisableImplicitFrameworkReferences></PropertyGroup><ItemGroup>${downloads.join('')}</ItemGroup></Project>`,
  );
  const env = {
    ...process.env,
    HOME: join(folder, 'home'),
    DOTNET_CLI_HOME: join(folder, 'home'),
    NUGET_PACKAGES: join(folder, 'packages'),
    DOTNET_CLI_TELEMETRY_OPTOUT: '1',
    DOTNET_NOLOGO: '1',
  };
  await new Promise<void>((resolve, reject) => {
    execFile('dotnet', ['restore'], { cwd: folder, env, timeout: 300_000 }, (error, stdout) =>
      error ? reject(new Error(`dotnet restore failed.\n${stdout}\n${error.message}`)) : resolve(),
    );
  });
}

function isSame(folder: string, { id, version }: Sample): boolean {
  const parsed = parseNuGetVersion(version);
  if (!parsed.ok) return false;
  const path = blobPath(id, parsed.value);
  const stored = join(folder, 'packages', path.slice(V3_FLAT_CONTAINER.length));
  return readFileSync(join(dist, path)).equals(readFileSync(stored));
}
