/** Asks other galleries which version of a package is wanted, and fetches it. The first that has the package counts. */
import type { NuGetVersion } from '../../domain/nuget-version.ts';
import { packageKey } from '../../domain/package-id.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { v2PackageUrl, v3PackageUrl } from './redirect.ts';
import type { ServiceAddresses } from './service-addresses.ts';
import { answerText, type FetchUpstream } from './upstream-fetch.ts';
import type { UpstreamSource } from './upstream-source.ts';
import { readV2Feed } from './v2-feed.ts';
import { chooseV3Version } from './v3-listed.ts';
import { chooseVersion, type VersionWish } from './version-wish.ts';

export interface PackageFinder {
  readonly sources: readonly UpstreamSource[];
  readonly addresses: ServiceAddresses;
  readonly fetch: FetchUpstream;
}

export interface FoundPackage {
  readonly source: UpstreamSource;
  readonly version: NuGetVersion;
  readonly bytes: Uint8Array;
}

export interface FindProblem {
  readonly source: UpstreamSource;
  readonly problem: string;
}

const FEED_BOUNDS = { maxBytes: 8 * 1024 * 1024, timeoutMs: 15_000 };
const DOWNLOAD_TIMEOUT_MS = 60_000;
const NO_CONTAINER = 'its service index names no flat container';
const NO_FEED = 'the answer is no feed';

/**
 * The next source is asked only when one says that it knows no such name. Were a fault enough, or a version that is not there,
 * whoever asks could choose which gallery the name is taken from.
 * @returns undefined inside when there is no such version
 */
export async function findPackage(
  finder: PackageFinder,
  id: string,
  wish: VersionWish,
  maxBytes: number,
): Promise<Result<FoundPackage | undefined, FindProblem>> {
  for (const source of finder.sources) {
    const found = await findIn(finder, source, id, wish, maxBytes);
    if (!found.ok) return fail({ source, problem: found.problem });
    if (found.value) return ok({ source, ...found.value });
    if (source === finder.sources.at(-1)) break;
    const isKnown = await knowsName(finder, source, id);
    if (!isKnown.ok) return fail({ source, problem: isKnown.problem });
    if (isKnown.value) break;
  }
  return ok(undefined);
}

async function findIn(
  finder: PackageFinder,
  source: UpstreamSource,
  id: string,
  wish: VersionWish,
  maxBytes: number,
): Promise<Result<Omit<FoundPackage, 'source'> | undefined, string>> {
  const version = await wantedVersion(finder, source, id, wish);
  if (!version.ok || !version.value) return version.ok ? ok(undefined) : version;
  const bytes = await download(finder, source, id, version.value, maxBytes);
  if (!bytes.ok) return bytes;
  return ok(bytes.value && { version: version.value, bytes: bytes.value });
}

/** Whether a source has any version of it, listed or not. */
async function knowsName(
  { addresses, fetch }: PackageFinder,
  source: UpstreamSource,
  id: string,
): Promise<Result<boolean, string>> {
  const container = source.kind === 'v3' ? (await addresses(source))?.flatContainer : undefined;
  if (source.kind === 'v3' && container === undefined) return fail(NO_CONTAINER);
  const query = new URLSearchParams({ id: `'${id}'`, $top: '1' });
  const url =
    container === undefined
      ? `${source.url}/FindPackagesById()?${query}`
      : `${container}${packageKey(id)}/index.json`;
  const answer = await fetch(url, FEED_BOUNDS);
  if (answer.kind === 'none') return fail(answer.problem);
  if (answer.status === 404) return ok(false);
  if (answer.status !== 200) return fail(`the question was answered with ${answer.status}`);
  if (source.kind === 'v3') return ok(true);
  const text = await answerText(answer.body, FEED_BOUNDS.maxBytes);
  const isFeed = text !== undefined && readV2Feed(text, id) !== undefined;
  return isFeed ? ok(/<(?:\w+:)?entry[\s>]/.test(text)) : fail(NO_FEED);
}

async function wantedVersion(
  { addresses, fetch }: PackageFinder,
  source: UpstreamSource,
  id: string,
  wish: VersionWish,
): Promise<Result<NuGetVersion | undefined, string>> {
  if (wish.kind === 'exactly') return ok(wish.version);
  if (source.kind === 'v2') return chooseV2Version(fetch, source, id, wish);
  const found = await addresses(source);
  if (!found?.registration) return fail('its service index names no registrations');
  return chooseV3Version(fetch, found.registration, id, wish);
}

/** In the words of PSResourceGet, which every V2 server understands that PowerShell is used with. */
async function chooseV2Version(
  fetch: FetchUpstream,
  { url }: UpstreamSource,
  id: string,
  wish: Extract<VersionWish, { kind: 'highest' }>,
): Promise<Result<NuGetVersion | undefined, string>> {
  const query = new URLSearchParams({ id: `'${id}'`, $filter: v2Filter(id, wish), $inlinecount: 'allpages' });
  if (isBounded(wish)) query.set('$orderby', 'NormalizedVersion desc');
  const answer = await fetch(`${url}/FindPackagesById()?${query}`, FEED_BOUNDS);
  if (answer.kind === 'none') return fail(answer.problem);
  if (answer.status === 404) return ok(undefined);
  if (answer.status !== 200) return fail(`the question was answered with ${answer.status}`);
  const text = await answerText(answer.body, FEED_BOUNDS.maxBytes);
  const versions = text === undefined ? undefined : readV2Feed(text, id);
  return versions ? ok(chooseVersion(versions, wish)) : fail(NO_FEED);
}

function v2Filter(id: string, wish: Extract<VersionWish, { kind: 'highest' }>): string {
  const { min, isMinIncluded, max, isMaxIncluded } = wish.range;
  const isId = `Id eq '${id}'`;
  if (!isBounded(wish)) return `${isId} and IsLatestVersion eq true`;
  return [
    ...(min ? [`NormalizedVersion ${isMinIncluded ? 'ge' : 'gt'} '${min.normalized}'`] : []),
    ...(max ? [`NormalizedVersion ${isMaxIncluded ? 'le' : 'lt'} '${max.normalized}'`] : []),
    'IsPrerelease eq false',
    isId,
  ].join(' and ');
}

function isBounded({ range: { min, max } }: Extract<VersionWish, { kind: 'highest' }>): boolean {
  return min !== undefined || max !== undefined;
}

/** @returns undefined inside when the source does not have it */
async function download(
  { addresses, fetch }: PackageFinder,
  source: UpstreamSource,
  id: string,
  version: NuGetVersion,
  maxBytes: number,
): Promise<Result<Uint8Array | undefined, string>> {
  const container = source.kind === 'v3' ? (await addresses(source))?.flatContainer : undefined;
  if (source.kind === 'v3' && container === undefined) return fail(NO_CONTAINER);
  const url =
    container === undefined ? v2PackageUrl(source.url, id, version) : v3PackageUrl(container, id, version);
  const answer = await fetch(url, { maxBytes, timeoutMs: DOWNLOAD_TIMEOUT_MS });
  if (answer.kind === 'none') return fail(answer.problem);
  if (answer.status === 404) return ok(undefined);
  return answer.status === 200 ? ok(answer.body) : fail(`the download was answered with ${answer.status}`);
}
