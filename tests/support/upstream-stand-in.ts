/** Another gallery on this machine, V2 and V3, which a test can make answer as no good one would. */
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { listen } from './live-gallery.ts';
import { makeNupkg } from './make-nupkg.ts';

export interface StandInVersion {
  readonly version: string;
  readonly listed?: boolean;
  /** What is downloaded; by default a package of that id and version. */
  readonly bytes?: Uint8Array;
}

export interface UpstreamStandIn {
  readonly v2: string;
  readonly v3: string;
  readonly origin: string;
  /** Paths with queries, in the order in which they were asked for. */
  readonly asked: readonly string[];
}

type Packages = Readonly<Record<string, readonly StandInVersion[]>>;

/** @param hostile  answers first; what it leaves, the gallery answers */
export async function upstreamStandIn(
  packages: Packages,
  hostile: (path: string, response: ServerResponse) => boolean = () => false,
): Promise<UpstreamStandIn> {
  const asked: string[] = [];
  const address = await listen((request, response) => {
    const path = request.url ?? '';
    const origin = `http://${request.headers.host}`;
    asked.push(path);
    if (hostile(path, response)) return;
    const body = bodyOf(packages, origin, path);
    response.statusCode = body === undefined ? 404 : 200;
    response.end(body ?? 'nothing here');
  });
  const { origin } = new URL(address);
  return { v2: `${origin}/api/v2`, v3: `${origin}/v3/index.json`, origin, asked };
}

/** @returns undefined for what is not there */
function bodyOf(packages: Packages, origin: string, target: string): string | Uint8Array | undefined {
  const { pathname, searchParams } = new URL(target, origin);
  const find = (key: string) =>
    Object.entries(packages).find(([id]) => id.toLowerCase() === key.toLowerCase());
  const [, root, second, id = '', third = '', fourth = ''] = pathname.split('/');
  if (pathname === '/v3/index.json') return serviceIndex(origin);
  if (root === 'api' && pathname.endsWith('/FindPackagesById()')) {
    const [name, versions] = find(searchParams.get('id')?.slice(1, -1) ?? '') ?? ['', []];
    return feedOf(name, versions, searchParams.get('$filter') ?? '');
  }
  const found = find(root === 'api' ? third : id);
  if (!found) return undefined;
  if (root === 'api') return bytesOf(found, decodeURIComponent(fourth));
  // As nuget.org sends them, packed whether that was asked for or not.
  if (second === 'registration') return gzipSync(registration(origin, found));
  const versions = found[1].map(({ version }) => version);
  return third === 'index.json' ? JSON.stringify({ versions }) : bytesOf(found, third);
}

function bytesOf([id, versions]: readonly [string, readonly StandInVersion[]], version: string) {
  const found = versions.find((item) => item.version === version);
  return (
    found &&
    (found.bytes ?? makeNupkg({ id, nuspec: found.version, psd1: found.version.split('-')[0] ?? '' }))
  );
}

function serviceIndex(origin: string): string {
  const resources = [
    { '@id': `${origin}/v3/flat/`, '@type': 'PackageBaseAddress/3.0.0' },
    { '@id': `${origin}/v3/registration`, '@type': 'RegistrationsBaseUrl/3.6.0' },
  ];
  return JSON.stringify({ version: '3.0.0', resources });
}

function registration(origin: string, [id, versions]: readonly [string, readonly StandInVersion[]]): string {
  const items = versions.map(({ version, listed = true }) => ({ catalogEntry: { id, version, listed } }));
  return JSON.stringify({ items: [{ '@id': `${origin}/page`, upper: versions.at(-1)?.version, items }] });
}

function feedOf(id: string, versions: readonly StandInVersion[], filter: string): string {
  const stable = versions.filter(({ version, listed = true }) => listed && !version.includes('-'));
  const entries = (filter.includes('IsLatestVersion') ? stable.slice(-1) : versions).map(
    ({ version, listed = true }) =>
      `<entry><title>${id}</title><m:properties><d:Id>${id}</d:Id><d:Version>${version}</d:Version>` +
      `<d:Published>${listed ? '2020-01-01T00:00:00' : '1900-01-01T00:00:00'}</d:Published></m:properties></entry>`,
  );
  return (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" ' +
    'xmlns:d="http://schemas.microsoft.com/ado/2007/08/dataservices" ' +
    'xmlns:m="http://schemas.microsoft.com/ado/2007/08/dataservices/metadata">' +
    `<m:count>${entries.length}</m:count>${entries.join('')}</feed>`
  );
}
