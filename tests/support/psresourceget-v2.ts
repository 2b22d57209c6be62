/**
 * Find-PSResource and Install-PSResource on a V2 server that answers queries, as their source has them
 * (PowerShell/PSResourceGet 3f0d2e5b): pages by count, what is filtered again at the client, and what is not.
 */
import { parseNuGetVersion } from '../../src/domain/nuget-version.ts';
import {
  ANY_VERSION,
  parseVersionRange,
  satisfiesRange,
  type VersionRange,
} from '../../src/domain/version-range.ts';
import { type ClientFetch, httpFailure } from './client-fetch.ts';
import { countOf, type FoundResource, fullVersion, resourcesOf } from './psresourceget-v2-answers.ts';
import { dependenciesOf } from './psresourceget-v2-dependencies.ts';
import {
  type Asked,
  allRequest,
  contentRequest,
  downloadRequest,
  nameRequest,
  rangeRequest,
  tagRequest,
  versionRequest,
  wildcardRequest,
} from './psresourceget-v2-requests.ts';

export interface ResourceServer {
  /** As it was registered; it ends in `/v2`, or the client takes it for no V2 server. */
  readonly source: string;
  readonly fetch: ClientFetch;
}

export interface FindOptions extends Asked {
  readonly name?: string;
  readonly version?: string;
  readonly commandNames?: readonly string[];
  readonly dscResourceNames?: readonly string[];
  readonly includeDependencies?: boolean;
}

/** What a cmdlet puts out, and what it writes as errors. */
export interface Shown<Item> {
  readonly shown: readonly Item[];
  readonly errors: readonly string[];
}

export interface Download {
  readonly url: string;
  readonly status: number;
  readonly bytes: Uint8Array;
}

type Answers = { readonly answers: readonly string[]; readonly error?: string };

const NOT_FOUND = 'could not be found in repository';

export async function findResource(
  server: ResourceServer,
  options: FindOptions,
): Promise<Shown<FoundResource>> {
  if (!server.source.toLowerCase().endsWith('/v2')) throw new Error(`${server.source} is no V2 server to it`);
  const found = await find(server, options);
  if (!options.includeDependencies) return found;
  const shown = [...found.shown];
  const errors = [...found.errors];
  const known = new Map<string, FoundResource>();
  for (const parent of found.shown) {
    const closure = await dependenciesOf(server, parent, known, options.type);
    shown.push(...closure.shown);
    errors.push(...closure.errors);
  }
  return { shown, errors };
}

/** @param processors  of the machine: with more packages than these they are fetched side by side, and lose their labels */
export async function installResource(
  server: ResourceServer,
  options: Pick<FindOptions, 'version' | 'prerelease'> & { readonly name: string },
  processors = 8,
): Promise<Shown<Download>> {
  const { shown, errors } = await find(server, options, true);
  const [parent] = shown;
  if (!parent) return { shown: [], errors: errors.length > 0 ? errors : [`${options.name} ${NOT_FOUND}`] };
  const closure = await dependenciesOf(server, parent, new Map(), undefined);
  if (closure.errors.length > 0) return { shown: [], errors: closure.errors };
  const wanted = [...closure.shown, parent];
  const downloads: Download[] = [];
  for (const item of wanted) {
    const version = wanted.length > processors ? item.version : fullVersion(item);
    const url = downloadRequest(server.source, item.name, version);
    const response = await server.fetch(url);
    if (!response.ok) return { shown: downloads, errors: [httpFailure(response)] };
    downloads.push({ url, status: response.status, bytes: new Uint8Array(await response.arrayBuffer()) });
  }
  return { shown: downloads, errors: [] };
}

function find(server: ResourceServer, options: FindOptions, onlyLatest = false) {
  const { name, version, tags, commandNames, dscResourceNames } = options;
  if (commandNames) return findByContent(server, 'PSCommand_', commandNames, options);
  if (dscResourceNames) return findByContent(server, 'PSDscResource_', dscResourceNames, options);
  if (name === undefined) return findByTags(server, tags ?? [], options);
  if (version !== undefined) return findVersions(server, name, version, options, onlyLatest);
  if (name === '*') return findAll(server, options);
  if (name.includes('*')) return findByWildcard(server, name, options);
  return findByName(server, name, options);
}

async function findByName(server: ResourceServer, name: string, asked: Asked) {
  return firstOf(await ask(server, nameRequest(server.source, name, asked)), name);
}

async function findVersions(
  server: ResourceServer,
  name: string,
  version: string,
  asked: Asked,
  onlyLatest: boolean,
): Promise<Shown<FoundResource>> {
  if (name.includes('*')) return refused('Name cannot contain or equal wildcard when using specific version');
  const exact = exactVersion(version);
  if (exact !== undefined) {
    return firstOf(await ask(server, versionRequest(server.source, name, exact, asked)), name);
  }
  if (asked.tags?.length) return refused('-Tag parameter cannot be specified when using version range.');
  const range = rangeOf(version);
  const request = (skip: number) => rangeRequest(server.source, name, range, skip, asked);
  const { answers, error } = await askPages(server, request, onlyLatest ? 'first' : 100);
  if (error !== undefined) return refused(error);
  return shownOf(answers, (item) => {
    const found = parseNuGetVersion(fullVersion(item));
    return found.ok && satisfiesRange(found.value, range);
  });
}

/** Without a type it asks for scripts and for modules, and off the PowerShell Gallery both are the same request. */
async function findAll(server: ResourceServer, asked: Asked): Promise<Shown<FoundResource>> {
  const request = (skip: number) => allRequest(server.source, skip, asked);
  const answers: string[] = [];
  for (const _ of asked.type === undefined ? ['scripts', 'modules'] : [asked.type]) {
    const pages = await askPages(server, request, 'all');
    if (pages.error !== undefined) return refused(pages.error);
    answers.push(...pages.answers);
  }
  return shownOf(answers, (item) => isKnownListed(item) && (!asked.type || item.type === asked.type));
}

async function findByWildcard(
  server: ResourceServer,
  pattern: string,
  asked: Asked,
): Promise<Shown<FoundResource>> {
  if (/[?[]/.test(pattern)) return refused(`${pattern} will be discarded`);
  if (asked.tags?.length) return refused('Name globbing with tags is not supported for V2 server protocol');
  if (wildcardRequest('', pattern, 0, asked) === undefined) return refused('-Name with wildcards is only…');
  if (asked.type) return refused('-Name with wildcards with -Type is not supported for this repository.');
  const request = (skip: number) => wildcardRequest(server.source, pattern, skip, asked) ?? '';
  const { answers, error } = await askPages(server, request, 100);
  return error === undefined ? shownOf(answers, isKnownListed) : refused(error);
}

async function findByTags(
  server: ResourceServer,
  tags: readonly string[],
  asked: Asked,
): Promise<Shown<FoundResource>> {
  // The type is refused for a repository that is not called PSGallery.
  if (asked.type) return refused('-Type parameter is only supported with the PowerShellGallery.');
  const answers: string[] = [];
  for (const kind of ['Script', 'Module'] as const) {
    const request = (skip: number) => tagRequest(server.source, kind, tags, skip, asked);
    const pages = await askPages(server, request, 100);
    if (pages.error !== undefined) return refused(pages.error);
    answers.push(...pages.answers);
  }
  return answers.length === 0 ? refused(`Package with Tags '${tags}' ${NOT_FOUND}`) : shownOf(answers);
}

async function findByContent(
  server: ResourceServer,
  prefix: 'PSCommand_' | 'PSDscResource_',
  names: readonly string[],
  asked: Asked,
): Promise<Shown<FoundResource>> {
  const request = (skip: number) => contentRequest(server.source, prefix, names, skip, asked);
  const { answers, error } = await askPages(server, request, 100);
  if (error !== undefined) return refused(error);
  return answers.length === 0 ? refused(`Package with '${names}' ${NOT_FOUND}`) : shownOf(answers);
}

/**
 * The first page, then as many more as its count asks for.
 * @param paging  how far the client goes on for each page; `all` is 6000, counted as the client counts it there
 */
async function askPages(
  server: ResourceServer,
  request: (skip: number) => string,
  paging: 100 | 'all' | 'first',
): Promise<Answers> {
  const first = await ask(server, request(0));
  if (first.error !== undefined) return { answers: [], error: first.error };
  const count = countOf(first.answers[0] ?? '');
  if (count.kind === 'unknown' || count.count === 0) return { answers: [] };
  const step = paging === 'all' ? 6000 : 100;
  const more = paging === 'all' ? Math.floor(count.count / 6000) : Math.ceil(count.count / 100) - 1;
  const answers = [...first.answers];
  for (let page = 1; paging !== 'first' && page <= more; page++) {
    const next = await ask(server, request(page * step));
    if (next.error !== undefined) return { answers: [], error: next.error };
    answers.push(...next.answers);
  }
  return { answers };
}

async function ask(server: ResourceServer, url: string): Promise<Answers> {
  const response = await server.fetch(url);
  const text = await response.text();
  return response.ok ? { answers: [text] } : { answers: [], error: `${httpFailure(response)} ${url}` };
}

/** It takes the first entry and looks at neither its id nor its version. */
function firstOf({ answers, error }: Answers, name: string): Shown<FoundResource> {
  if (error !== undefined) return refused(error);
  const count = countOf(answers[0] ?? '');
  const [first] = count.kind === 'count' && count.count > 0 ? (resourcesOf(answers[0] ?? '') ?? []) : [];
  return first ? { shown: [first], errors: [] } : refused(`Package with name '${name}' ${NOT_FOUND}`);
}

function shownOf(
  answers: readonly string[],
  isShown: (item: FoundResource) => boolean = () => true,
): Shown<FoundResource> {
  const pages = answers.map(resourcesOf);
  const empty = pages.filter((page) => page === undefined);
  return {
    shown: pages.flatMap((page) => page ?? []).filter(isShown),
    errors: empty.map(() => 'Package does not exist on the server'),
  };
}

/** Asked for by a wildcard, unlisted ones are left out at the client. */
function isKnownListed({ publishedYear }: FoundResource): boolean {
  return publishedYear === undefined || publishedYear > 1900;
}

function refused(error: string): Shown<FoundResource> {
  return { shown: [], errors: [error] };
}

/** As it goes into the filter, or undefined when `text` is a range. */
function exactVersion(text: string): string | undefined {
  const version = parseNuGetVersion(text);
  if (version.ok) return version.value.normalized;
  const range = text.trim() === '*' ? ANY_VERSION : rangeOf(text);
  const isOne = range.min !== undefined && range.min.original === range.max?.original;
  return isOne ? range.max?.normalized : undefined;
}

function rangeOf(text: string): VersionRange {
  if (text.trim() === '*') return ANY_VERSION;
  const range = parseVersionRange(text);
  if (!range.ok) throw new Error('Argument for -Version parameter is not in the proper format');
  return range.value;
}
