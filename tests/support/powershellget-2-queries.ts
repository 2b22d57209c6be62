/**
 * PowerShellGet 2 on a V2 server that answers queries, as its source has it (PowerShell/PowerShellGetv2 3b38eec): what it
 * leaves to the server, what it filters itself, and which of the two sources it asks.
 */
import { type ClientFetch, httpFailure } from './client-fetch.ts';
import { hasWildcards, wildcard } from './powershell-wildcard.ts';
import type { ProviderPackage } from './provider-feed.ts';
import { byIdQuery, readPages, searchQuery } from './provider-requests.ts';
import { chooseVersions, highestInRange, type VersionWish, wishForRange } from './provider-versions.ts';

export interface PSRepository {
  readonly fetch: ClientFetch;
  readonly source: string;
  readonly scriptSource: string | undefined;
  readonly publishLocation: string | undefined;
}

export type ArtifactType = 'Module' | 'Script';

export interface FindWish extends VersionWish {
  readonly names?: readonly string[];
  readonly filter?: string;
  readonly tags?: readonly string[];
  readonly commands?: readonly string[];
  readonly dscResources?: readonly string[];
  readonly roleCapabilities?: readonly string[];
  readonly includes?: readonly Included[];
  readonly includeDependencies?: boolean;
}

export type Included = 'Cmdlet' | 'Function' | 'DscResource' | 'RoleCapability' | 'Workflow';

export interface FindResult {
  readonly shown: readonly ProviderPackage[];
  readonly errors: readonly string[];
}

/** The statuses at which Register-PSRepository takes an address for one that is there. */
const PINGED = [200, 401, 403, 405, 407];

/** Register-PSRepository; throws when it refuses the address. */
export async function registerRepository(fetch: ClientFetch, typed: string): Promise<PSRepository> {
  const source = await locate(fetch, typed);
  if (source === undefined) throw new Error(`The specified Uri '${typed}' is not valid`);
  const root = await fetch(source);
  const text = await root.text();
  if (!root.ok || !text.startsWith('<?xml')) throw new Error(`${source} is no V2 source to the provider`);
  const base = /^(.*\/api\/v2)\/?$/i.exec(source)?.[1];
  return {
    fetch,
    source,
    scriptSource: base === undefined ? undefined : await ping(fetch, `${base}/items/psscript/`),
    publishLocation: base === undefined ? undefined : `${base}/package/`,
  };
}

export function findModule(repository: PSRepository, wish: FindWish = {}): Promise<FindResult> {
  return find(repository, repository.source, 'Module', wish);
}

export function findScript(repository: PSRepository, wish: FindWish = {}): Promise<FindResult> {
  const { scriptSource } = repository;
  if (scriptSource === undefined) throw new Error('The repository has no ScriptSourceLocation');
  return find(repository, scriptSource, 'Script', wish);
}

/** Find-Command: `Name ModuleName`, one a line as they are found. */
export async function findCommand(repository: PSRepository, ...names: readonly string[]) {
  const wish: FindWish = names.length > 0 ? { commands: names } : { includes: ['Cmdlet', 'Function'] };
  const { shown } = await findModule(repository, wish);
  return contentsOf(shown, ['PSCommand'], names);
}

export async function findDscResource(repository: PSRepository, ...names: readonly string[]) {
  const { shown } = await findModule(repository, { includes: ['DscResource'], dscResources: names });
  return contentsOf(shown, ['PSDscResource'], names);
}

export async function findRoleCapability(repository: PSRepository, ...names: readonly string[]) {
  const { shown } = await findModule(repository, { includes: ['RoleCapability'], roleCapabilities: names });
  return contentsOf(shown, ['PSRoleCapability'], names);
}

/** Install-Module and Install-Script: what is downloaded, the dependencies first. */
export async function install(
  repository: PSRepository,
  type: ArtifactType,
  name: string,
  wish: VersionWish = {},
): Promise<readonly { readonly item: ProviderPackage; readonly bytes: Uint8Array }[]> {
  const find = type === 'Module' ? findModule : findScript;
  const { shown } = await find(repository, { ...wish, names: [name], includeDependencies: true });
  if (shown.length === 0) throw new Error(`No match was found for the specified search criteria: ${name}`);
  const downloads = [];
  for (const item of shown.toReversed()) {
    const response = await repository.fetch(item.contentUrl);
    if (!response.ok) throw new Error(httpFailure(response));
    downloads.push({ item, bytes: new Uint8Array(await response.arrayBuffer()) });
  }
  return downloads;
}

async function find(
  repository: PSRepository,
  source: string,
  type: ArtifactType,
  wish: FindWish,
): Promise<FindResult> {
  refuseVersionsWithoutName(wish);
  const found = new Map<string, ProviderPackage>();
  for (const tags of serverTags(wish)) {
    for (const name of wish.names ?? ['']) {
      for (const item of await findPackages(repository.fetch, source, name, wish, tags)) {
        if (!passesPostFilter(item, wish)) continue;
        found.set(`${item.id} ${item.version.original}`.toLowerCase(), item);
      }
    }
  }
  const items = [...found.values()];
  const shown = items.filter((item) => typeOf(item, type) === type && isOfAllVersions(item, wish));
  const isNamed = wish.names?.some((name) => !hasWildcards(name)) ?? false;
  const strangers = items.filter((item) => typeOf(item, type) !== type);
  const errors = isNamed ? strangers.map(({ id }) => `${id} is no ${type}`) : [];
  if (!wish.includeDependencies) return { shown, errors };
  return { shown: [...shown, ...(await dependenciesOf(repository.fetch, source, shown))], errors };
}

/** The provider's own search: an id first, and the whole repository when the name is none or a pattern. */
async function findPackages(
  fetch: ClientFetch,
  source: string,
  name: string,
  wish: FindWish,
  tags: readonly string[],
): Promise<readonly ProviderPackage[]> {
  const { filter: contains } = wish;
  if (name !== '') {
    const named = await findNamed(fetch, source, name, wish);
    const kept = named.filter((item) => containsText(item, contains) && hasTags(item, tags));
    if (kept.length > 0 || !hasWildcards(name)) return kept;
  }
  const query = searchQuery({ ...wish, name, tags, ...(contains !== undefined && { contains }) });
  const pattern = wildcard(name === '' ? '*' : name);
  return (await readPages(fetch, source, query)).filter(
    (item) => pattern.test(item.id) && containsText(item, contains),
  );
}

async function findNamed(
  fetch: ClientFetch,
  source: string,
  name: string,
  wish: VersionWish,
  isDependency = false,
) {
  const all = await readPages(fetch, source, byIdQuery(name));
  const named = all.filter(({ id }) => id.toLowerCase() === name.toLowerCase());
  return chooseVersions(named, wish, isDependency);
}

async function dependenciesOf(fetch: ClientFetch, source: string, roots: readonly ProviderPackage[]) {
  const found = new Map(roots.map((item) => [item.id.toLowerCase(), item]));
  for (const item of found.values()) {
    for (const { id, range } of item.dependencies) {
      if (found.has(id.toLowerCase())) continue;
      const named = await findNamed(fetch, source, id, wishForRange(range), true);
      const best = highestInRange(named, range);
      if (!best) throw new Error(`Unable to find dependent package(s) ${id}`);
      found.set(id.toLowerCase(), best);
    }
  }
  return [...found.values()].slice(roots.length);
}

/**
 * One list of tags for each search that is made. Values of one parameter are asked for one after another, those of
 * several parameters together; with -Name only -Tag is left, and the rest is filtered here.
 */
function serverTags(wish: FindWish): readonly (readonly string[])[] {
  const isNamed = wish.names !== undefined;
  const dscResources = isNamed ? [] : prefixed('PSDscResource', wish.dscResources);
  const roleCapabilities = isNamed ? [] : prefixed('PSRoleCapability', wish.roleCapabilities);
  const commands = isNamed ? [] : prefixed('PSCommand', wish.commands);
  const isAskedFor = (include: Included) => {
    if (include === 'DscResource') return dscResources.length === 0;
    if (include === 'RoleCapability') return roleCapabilities.length === 0;
    return commands.length === 0;
  };
  const includes = isNamed ? [] : prefixed('PSIncludes', wish.includes?.filter(isAskedFor));
  const lists = [dscResources, roleCapabilities, commands, includes, wish.tags ?? []];
  return lists
    .filter((list) => list.length > 0)
    .reduce<readonly (readonly string[])[]>(
      (made, list) => made.flatMap((tags) => list.map((tag) => [...tags, tag])),
      [[]],
    );
}

function prefixed(prefix: string, names: readonly string[] = []): readonly string[] {
  return [...new Set(names)].map((name) => `${prefix}_${name}`);
}

/** What -Name leaves to the client, from the tags of the package, with wildcards. */
function passesPostFilter(item: ProviderPackage, wish: FindWish): boolean {
  if (wish.names === undefined) return true;
  const has = (prefixes: readonly string[], patterns: readonly string[] | undefined) =>
    patterns === undefined ||
    patterns.length === 0 ||
    namesTagged(item, prefixes).some((name) => patterns.some((pattern) => wildcard(pattern).test(name)));
  return (
    has(['PSDscResource'], wish.dscResources) &&
    has(['PSRoleCapability'], wish.roleCapabilities) &&
    has(['PSFunction', 'PSCmdlet', 'PSWorkflow'], wish.commands) &&
    (!wish.includes?.length || wish.includes.some((kind) => namesTagged(item, [`PS${kind}`]).length > 0))
  );
}

function contentsOf(
  items: readonly ProviderPackage[],
  prefixes: readonly string[],
  names: readonly string[],
): readonly string[] {
  const wanted = names.map((name) => name.toLowerCase());
  return items.flatMap((item) =>
    namesTagged(item, prefixes)
      .filter((name) => wanted.length === 0 || wanted.includes(name.toLowerCase()))
      .map((name) => `${name} ${item.id}`),
  );
}

function namesTagged(item: ProviderPackage, prefixes: readonly string[]): readonly string[] {
  const starts = prefixes.map((prefix) => `${prefix}_`.toLowerCase());
  return tagsOf(item).flatMap((tag) => {
    const start = starts.find((prefix) => tag.toLowerCase().startsWith(prefix));
    return start === undefined ? [] : [tag.slice(start.length)];
  });
}

function tagsOf(item: ProviderPackage): readonly string[] {
  return (item.properties.get('tags') ?? '').split(' ').filter((tag) => tag !== '');
}

function hasTags(item: ProviderPackage, tags: readonly string[]): boolean {
  const own = tagsOf(item).map((tag) => tag.toLowerCase());
  return tags.every((tag) => own.includes(tag.toLowerCase()));
}

function containsText({ id, properties }: ProviderPackage, text: string | undefined): boolean {
  if (text === undefined || text.trim() === '') return true;
  return [id, properties.get('description') ?? ''].some((place) =>
    place.toLowerCase().includes(text.toLowerCase()),
  );
}

function typeOf(item: ProviderPackage, asked: ArtifactType): ArtifactType {
  const itemType = item.properties.get('itemtype');
  if (itemType === 'Module' || itemType === 'Script') return itemType;
  if (hasTags(item, ['PSModule'])) return 'Module';
  return hasTags(item, ['PSScript']) ? 'Script' : asked;
}

/** -AllVersions brings prereleases; without -AllowPrerelease the cmdlet drops them again. */
function isOfAllVersions({ properties }: ProviderPackage, wish: VersionWish): boolean {
  if (!wish.allVersions || wish.allowPrerelease) return true;
  return properties.get('isprerelease')?.toLowerCase() === 'false';
}

function refuseVersionsWithoutName(wish: FindWish): void {
  const { allVersions, allowPrerelease, requiredVersion, minimumVersion, maximumVersion, names } = wish;
  const hasVersion = requiredVersion ?? minimumVersion ?? maximumVersion;
  if (!allVersions && !allowPrerelease && hasVersion === undefined) return;
  if (names?.length === 1 && names[0] !== undefined && !hasWildcards(names[0])) return;
  throw new Error('The version parameters are allowed only when you specify a single name without wildcards');
}

async function locate(fetch: ClientFetch, typed: string): Promise<string | undefined> {
  if (!/\/(?:api|nuget)\/v2\/?$|\/nuget\/?$|index\.json\/?$/i.test(typed)) {
    const guessed = await ping(fetch, `${typed.replace(/\/$/, '')}/api/v2/`);
    if (guessed !== undefined) return guessed;
  }
  return ping(fetch, typed);
}

/** The address after redirects when something is there. */
async function ping(fetch: ClientFetch, url: string): Promise<string | undefined> {
  const response = await fetch(url);
  await response.arrayBuffer();
  if (!PINGED.includes(response.status)) return undefined;
  return response.redirected ? response.url : url;
}
