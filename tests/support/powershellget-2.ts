/**
 * What PowerShellGet 2's NuGet provider does with a V2 feed on a host that ignores queries, as read in its source
 * (OneGet/NuGetProvider 6c486d0): it takes what it is given, and filters at the client.
 */
import type { VersionRange } from '../../src/domain/version-range.ts';
import { type ProviderPackage, readFeed } from './provider-feed.ts';
import { chooseVersions, highestInRange, type VersionWish, wishForRange } from './provider-versions.ts';
import type { StaticSite } from './static-site.ts';

/** Register-PSRepository: a root that begins with `<?xml` is V2, and the other locations follow from its address. */
export function registerRepository(site: StaticSite, source: string) {
  const root = site.text(source.endsWith('/') ? source : `${source}/`);
  const protocol = root.startsWith('<?xml') ? 'V2' : 'unknown';
  const base = source.replace(/\/$/, '');
  const isGalleryLike = base.endsWith('/api/v2');
  const scriptSource = isGalleryLike ? `${base}/items/psscript/` : undefined;
  // Register-PSRepository pings the script source.
  const isScriptSourceThere = scriptSource !== undefined && site.get(scriptSource) !== undefined;
  return {
    protocol,
    scriptSource: isScriptSourceThere ? scriptSource : undefined,
    publishLocation: isGalleryLike ? `${base}/package/` : undefined,
  };
}

/** Find-Module without a name, or with a wildcard: only the name is filtered here. */
export function search(site: StaticSite, source: string, pattern = '*'): readonly ProviderPackage[] {
  const query =
    "Search()?$filter=IsLatestVersion&searchTerm=''&targetFramework=''&includePrerelease=false&$skip=0&$top=40";
  const expression = new RegExp(
    `^${pattern
      .replace(/[.+^$()|[\]{}\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    'i',
  );
  return readFeed(site.text(source + query)).filter(({ id }) => expression.test(id));
}

/** Find-Module with a name. */
export function findByName(
  site: StaticSite,
  source: string,
  name: string,
  wish: VersionWish = {},
  isDependency = false,
): readonly ProviderPackage[] {
  const query = `FindPackagesById()?id='${name}'&$skip=0&$top=40`;
  const named = readFeed(site.text(source + query)).filter(
    ({ id }) => id.toLowerCase() === name.toLowerCase(),
  );
  return chooseVersions(named, wish, isDependency);
}

/** Install-Module: the package, then what it depends on, each the highest that the range allows; throws when one is missing. */
export function resolveInstall(
  site: StaticSite,
  source: string,
  name: string,
  wish: VersionWish = {},
): readonly ProviderPackage[] {
  const first = findByName(site, source, name, wish)[0];
  if (!first) throw new Error(`No match was found for ${name}`);
  const chosen = new Map([[first.id.toLowerCase(), first]]);
  for (const item of chosen.values()) {
    for (const { id, range } of item.dependencies) {
      if (chosen.has(id.toLowerCase())) continue;
      chosen.set(id.toLowerCase(), dependency(site, source, id, range));
    }
  }
  return [...chosen.values()];
}

function dependency(site: StaticSite, source: string, id: string, range: VersionRange): ProviderPackage {
  const found = highestInRange(findByName(site, source, id, wishForRange(range), true), range);
  if (!found) throw new Error(`Unable to find dependent package ${id}`);
  return found;
}
