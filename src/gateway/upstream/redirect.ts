/**
 * The address at another gallery where a question is answered in the same form. The client asks there itself: nothing passes
 * through this gallery, and nothing of it is checked here.
 */

import { type NuGetVersion, versionKey } from '../../domain/nuget-version.ts';
import { packageKey } from '../../domain/package-id.ts';
import { textAnswer } from '../text-answer.ts';
import type { AskedPackage } from './asked-package.ts';
import type { ServiceAddresses, V3Addresses } from './service-addresses.ts';
import type { UpstreamSource } from './upstream-source.ts';

export function redirectAnswer(location: string): Response {
  // Once the name is published here, no cache may lead anybody away any more.
  return textAnswer(302, `Another gallery is asked: ${location}`, {
    Location: location,
    'Cache-Control': 'no-store',
  });
}

/**
 * All questions of a client go to one source: the first that speaks its protocol, else the first of all. Were each asked
 * wherever it can be answered, the list of versions could come from one gallery, and the package of that name from another.
 * @param search  of the request, with its `?`, or nothing
 * @returns undefined when that source has no such question; whether it has the package, the client sees
 */
export async function upstreamLocation(
  asked: AskedPackage,
  search: string,
  sources: readonly UpstreamSource[],
  addresses: ServiceAddresses,
): Promise<string | undefined> {
  const source = sources.find(({ kind }) => asked.kind.startsWith(kind)) ?? sources[0];
  if (!source) return undefined;
  return source.kind === 'v2'
    ? v2Location(asked, search, source.url)
    : v3Location(asked, await addresses(source));
}

/** The address of a .nupkg in a V2 source. */
export function v2PackageUrl(root: string, id: string, { original }: NuGetVersion): string {
  return `${root}/package/${id}/${encodeURIComponent(original)}`;
}

/** The address of a .nupkg in a flat container. */
export function v3PackageUrl(flatContainer: string, id: string, version: NuGetVersion): string {
  const [key, text] = [packageKey(id), versionKey(version)];
  return `${flatContainer}${key}/${text}/${key}.${text}.nupkg`;
}

function v2Location(asked: AskedPackage, search: string, url: string): string | undefined {
  switch (asked.kind) {
    case 'v2-versions':
      // The query is handed on as it came, so the answer is the one that the client would have got there.
      return `${v2Root(asked, url)}/FindPackagesById()${search}`;
    case 'v2-entry':
      return `${v2Root(asked, url)}/Packages(Id='${asked.id}',Version='${encodeURIComponent(asked.version.original)}')${search}`;
    case 'v2-package':
      return asked.version ? v2PackageUrl(url, asked.id, asked.version) : `${url}/package/${asked.id}`;
    case 'v3-package':
      return v2PackageUrl(url, asked.id, asked.version);
    default:
      return undefined;
  }
}

/** Scripts have a root of their own at the PowerShell Gallery, and clients ask there for scripts. */
function v2Root(
  { source }: Extract<AskedPackage, { kind: 'v2-versions' | 'v2-entry' }>,
  url: string,
): string {
  return source === 'scripts' ? `${url}/items/psscript` : url;
}

function v3Location(asked: AskedPackage, addresses: V3Addresses | undefined): string | undefined {
  const { flatContainer, registration, registrationExact } = addresses ?? {};
  const key = packageKey(asked.id);
  switch (asked.kind) {
    case 'v3-registration': {
      const root = asked.isExact ? registrationExact : registration;
      return root === undefined ? undefined : `${root}${key}/index.json`;
    }
    case 'v3-versions':
      return flatContainer === undefined ? undefined : `${flatContainer}${key}/index.json`;
    case 'v3-nuspec':
      return flatContainer === undefined
        ? undefined
        : `${flatContainer}${key}/${versionKey(asked.version)}/${key}.nuspec`;
    case 'v2-package':
    case 'v3-package':
      return flatContainer === undefined || !asked.version
        ? undefined
        : v3PackageUrl(flatContainer, asked.id, asked.version);
    // Leaves have no place that could be told from the outside; whoever follows a registration asks its own addresses.
    default:
      return undefined;
  }
}
