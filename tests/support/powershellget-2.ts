/**
 * What PowerShellGet 2's NuGet provider does with a V2 feed on a host that ignores queries, as read in its source
 * (OneGet/NuGetProvider 6c486d0): elements by local name, the last of several winning, and filters at the client.
 */
import {
  compareNuGetVersions,
  isPrerelease,
  type NuGetVersion,
  parseNuGetVersion,
} from '../../src/domain/nuget-version.ts';
import { parseVersionRange, satisfiesRange, type VersionRange } from '../../src/domain/version-range.ts';
import type { StaticSite } from './static-site.ts';
import { childrenByLocalName, parseXml, type XmlElement } from './xml-elements.ts';

export interface ProviderPackage {
  readonly id: string;
  readonly version: NuGetVersion;
  /** Under their local names in lower case. */
  readonly properties: ReadonlyMap<string, string>;
  readonly contentUrl: string;
  readonly isLatestVersion: boolean;
  readonly isUnlisted: boolean;
  readonly dependencies: readonly { readonly id: string; readonly range: VersionRange }[];
}

export interface VersionWish {
  readonly requiredVersion?: string;
  readonly minimumVersion?: string;
  readonly maximumVersion?: string;
  readonly allVersions?: boolean;
  readonly allowPrerelease?: boolean;
}

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
  const { requiredVersion, minimumVersion, maximumVersion, allVersions, allowPrerelease } = wish;
  const query = `FindPackagesById()?id='${name}'&$skip=0&$top=40`;
  const named = readFeed(site.text(source + query)).filter(
    ({ id }) => id.toLowerCase() === name.toLowerCase(),
  );
  const isExact =
    requiredVersion !== undefined || (minimumVersion !== undefined && minimumVersion === maximumVersion);
  const listed = named.filter((item) => !item.isUnlisted);
  const shown = isExact || (listed.length === 0 && isDependency) ? named : listed;
  if (requiredVersion !== undefined) return shown.filter(({ version }) => isSame(version, requiredVersion));
  if (allVersions) return shown.toSorted((a, b) => compareNuGetVersions(b.version, a.version));
  if (minimumVersion === undefined && maximumVersion === undefined) {
    if (!allowPrerelease) return shown.filter(({ isLatestVersion }) => isLatestVersion);
    return shown.toSorted((a, b) => compareNuGetVersions(b.version, a.version)).slice(0, 1);
  }
  return shown.filter(
    ({ version }) =>
      (isExact || allowPrerelease || !isPrerelease(version)) &&
      (minimumVersion === undefined || compareNuGetVersions(version, parsed(minimumVersion)) >= 0) &&
      (maximumVersion === undefined || compareNuGetVersions(version, parsed(maximumVersion)) <= 0),
  );
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
  const wish = {
    ...(range.min && { minimumVersion: range.min.normalized }),
    ...(range.max && { maximumVersion: range.max.normalized }),
  };
  const found = findByName(site, source, id, wish, true)
    .filter(({ version }) => satisfiesRange(version, range))
    .toSorted((a, b) => compareNuGetVersions(b.version, a.version))[0];
  if (!found) throw new Error(`Unable to find dependent package ${id}`);
  return found;
}

export function readFeed(text: string): readonly ProviderPackage[] {
  return childrenByLocalName(parseXml(text), 'entry').map(readEntry);
}

function readEntry(entry: XmlElement): ProviderPackage {
  const properties = new Map<string, string>();
  let contentUrl = '';
  const visit = (element: XmlElement) => {
    const name = element.localName.toLowerCase();
    if (name === 'properties') return element.children.forEach(visit);
    if (name === 'content') contentUrl = element.attributes.src ?? '';
    properties.set(name, element.text.trim());
  };
  entry.children.forEach(visit);
  crashAsTheProviderDoes(properties);
  const id = /'([^']+)'/.exec(properties.get('id') ?? '')?.[1] ?? properties.get('id') ?? '';
  return {
    id,
    version: parsed(properties.get('version') ?? ''),
    properties,
    contentUrl,
    isLatestVersion: properties.get('islatestversion') === 'true',
    isUnlisted: Number(properties.get('published')?.slice(0, 4)) <= 1900,
    dependencies: readDependencies(properties.get('dependencies') ?? ''),
  };
}

const URLS = [
  'licenseurl',
  'projecturl',
  'iconurl',
  'gallerydetailsurl',
  'licensereporturl',
  'reportabuseurl',
];
const NUMBERS = ['downloadcount', 'versiondownloadcount', 'packagesize'];
const BOOLEANS = ['requirelicenseacceptance', 'islatestversion', 'isabsolutelatestversion'];

/** Values at which the provider throws, and the whole search with it. */
function crashAsTheProviderDoes(properties: ReadonlyMap<string, string>): void {
  const crash = (name: string) => {
    throw new Error(`the provider crashes on ${name} "${properties.get(name)}"`);
  };
  for (const name of URLS) {
    const value = properties.get(name);
    if (value !== undefined && value !== '' && !/^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(value)) crash(name);
  }
  for (const name of NUMBERS) if (!/^\d+$/.test(properties.get(name) ?? '')) crash(name);
  for (const name of BOOLEANS) if (!/^(?:true|false)$/.test(properties.get(name) ?? '')) crash(name);
  if (!properties.has('description')) crash('description');
  const client = properties.get('minclientversion');
  if (client !== undefined && client !== '' && !/^\d+(?:\.\d+){1,3}$/.test(client)) crash('minclientversion');
}

/** `id:range:framework`, with `|` between. */
function readDependencies(text: string) {
  if (text === '') return [];
  return text.split('|').map((one) => {
    const [id = '', rangeText = ''] = one.split(':');
    const range = parseVersionRange(rangeText);
    if (!range.ok) throw new Error(`the provider cannot read the range ${rangeText}`);
    return { id, range: range.value };
  });
}

/** The provider compares texts: the version as wished, and with one zero part more or less. */
function isSame(version: NuGetVersion, wished: string): boolean {
  return compareNuGetVersions(version, parsed(wished)) === 0;
}

function parsed(text: string): NuGetVersion {
  const version = parseNuGetVersion(text);
  if (!version.ok) throw new Error(`${text} is not a version`);
  return version.value;
}
