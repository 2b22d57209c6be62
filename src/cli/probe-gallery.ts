/**
 * Asks a gallery over HTTP for what clients ask of it, one address after the other, and tells of each what came. It
 * follows no address that leads elsewhere: that is a fault by itself.
 */
import { createHash } from 'node:crypto';
import type { Finding } from '../domain/finding.ts';
import { parseNuGetVersion, versionKey } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import { findingOf } from '../domain/rule.ts';
import type { ListedVersion, VersionList } from '../domain/version-list.ts';
import { API_VERSIONS, V2_ROOT, V2_SCRIPT_ROOT, V3_INDEX, v2EntryPath } from '../feed/urls.ts';
import { type Answer, answerText, type FetchBounds, fetchAnswer } from '../io/fetch-answer.ts';
import { uncached } from '../io/published-text.ts';
import { type AnswerShape, answerShape } from '../read/answer-shape.ts';
import { findInRegistration } from '../read/registration.ts';
import { addressesElsewhere, parseServiceIndex, resourceOf } from '../read/service-index.ts';
import { parseVersionList } from '../read/version-list.ts';
import { probeContent } from '../rules/probe-content.ts';
import { probeHash } from '../rules/probe-hash.ts';
import { probeNoAnswer } from '../rules/probe-no-answer.ts';
import { probeOutdated } from '../rules/probe-outdated.ts';
import { probeStatus } from '../rules/probe-status.ts';

export interface ProbeStep {
  readonly what: string;
  readonly url: string;
  /** Absent when nothing came. */
  readonly status?: number;
  readonly contentType?: string;
  readonly durationMs?: number;
  readonly sizeBytes?: number;
  readonly findings: readonly Finding[];
}

export interface ProbeWishes {
  /** The list of versions that must be there, byte for byte. */
  readonly listText: string | undefined;
  /** Whether there is a site beside the feeds. */
  readonly hasSite: boolean;
}

/** Says what is wrong with an answer of status 200. */
type Judge = (answer: Answer & { kind: 'answer' }, url: string) => readonly Finding[];

const LIST_BYTES = 256 * 1024 * 1024;
/** Listings of a large gallery have hundreds of megabytes; how they begin is enough. */
const LISTING: FetchBounds = { headBytes: 64 * 1024 };

/** @param siteUrl  with its trailing slash */
export async function probeGallery(siteUrl: string, wishes: ProbeWishes): Promise<readonly ProbeStep[]> {
  const steps: ProbeStep[] = [];
  const ask = async (what: string, url: string, judge: Judge, bounds?: FetchBounds) => {
    const { step, text } = await askOnce(what, url, judge, bounds);
    steps.push(step);
    return step.findings.length === 0 ? text : undefined;
  };
  const listText = await ask('list of versions', siteUrl + API_VERSIONS, judgeList(wishes.listText), {
    maxBytes: LIST_BYTES,
  });
  const item = listText === undefined ? undefined : newestListed(listText);
  if (wishes.hasSite) await ask('home page', siteUrl, judgeShape('a page of HTML'));
  await probeV2(siteUrl, item, ask);
  await probeV3(siteUrl, item, ask);
  return steps;
}

type Ask = (what: string, url: string, judge: Judge, bounds?: FetchBounds) => Promise<string | undefined>;

async function probeV2(siteUrl: string, item: ListedVersion | undefined, ask: Ask): Promise<void> {
  const root = siteUrl + V2_ROOT;
  await ask('V2 root', root, judgeShape('a V2 service document'));
  // As PowerShellGet 2 asks; a host of files answers all of it with one and the same file.
  const search = "Search()?$filter=IsLatestVersion&searchTerm=''&targetFramework=''&includePrerelease=false";
  await ask('V2 search', root + search, judgeShape('a V2 feed'), LISTING);
  if (!item) return;
  const byIdRoot = item.kind === 'script' ? siteUrl + V2_SCRIPT_ROOT : root;
  await ask('V2 by id', `${byIdRoot}FindPackagesById()?id='${item.id}'`, judgeShape('a V2 feed'), LISTING);
  await ask('V2 by version', siteUrl + v2EntryPath(item.id, item.version), judgeEntry(item));
}

async function probeV3(siteUrl: string, item: ListedVersion | undefined, ask: Ask): Promise<void> {
  const text = await ask('V3 service index', siteUrl + V3_INDEX, judgeServiceIndex(siteUrl));
  const index = text === undefined ? undefined : parseServiceIndex(text);
  if (!index?.ok) return;
  const at = (type: string) => resourceOf(index.value, type) ?? '';
  await ask('V3 search', at(SEARCH), judgeShape('JSON'), LISTING);
  const version = item && parseNuGetVersion(item.version);
  if (!item || !version?.ok) return;
  const key = packageKey(item.id);
  await ask(
    'V3 versions',
    `${at(FLAT_CONTAINER)}${key}/index.json`,
    judgeVersions(versionKey(version.value)),
  );
  let content: string | undefined;
  const judgeRegistration: Judge = (answer, url) => {
    const found = findInRegistration(answerText(answer), version.value);
    if (found.kind === 'content' && found.url.startsWith(siteUrl)) {
      content = found.url;
      return [];
    }
    if (found.kind === 'page' && found.url.startsWith(siteUrl)) return [];
    const seen = 'url' in found ? `the address ${found.url}` : foundText(found.kind, answer);
    return [contentFinding(url, `a registration with ${item.id} ${item.version} below ${siteUrl}`, seen)];
  };
  const registration = await ask(
    'V3 registration',
    `${at(REGISTRATION)}${key}/index.json`,
    judgeRegistration,
  );
  const page = registration === undefined ? undefined : findInRegistration(registration, version.value);
  if (page?.kind === 'page') await ask('V3 registration page', page.url, judgeRegistration);
  if (content === undefined) return;
  await ask('package', content, judgeBlob(item), { maxBytes: item.sizeBytes, timeoutMs: 300_000 });
}

const SEARCH = 'SearchQueryService';
const FLAT_CONTAINER = 'PackageBaseAddress/3.0.0';
const REGISTRATION = 'RegistrationsBaseUrl/Versioned';
/** Beside those that are asked for here, that of PSResourceGet. */
const NEEDED = [SEARCH, FLAT_CONTAINER, REGISTRATION, 'RegistrationsBaseUrl/3.6.0'];

async function askOnce(
  what: string,
  url: string,
  judge: Judge,
  bounds?: FetchBounds,
): Promise<{ readonly step: ProbeStep; readonly text: string }> {
  const answer = await fetchAnswer(uncached(url), bounds);
  const place = { file: url };
  if (answer.kind === 'none') {
    const findings = [findingOf(probeNoAnswer, place, { problem: answer.problem })];
    return { step: { what, url, findings }, text: '' };
  }
  const { status, contentType, durationMs, body } = answer;
  const findings =
    status === 200 ? judge(answer, url) : [findingOf(probeStatus, place, { status: answer.status })];
  const step = { what, url, status, contentType, durationMs, sizeBytes: body.length, findings };
  return { step, text: answerText(answer) };
}

function judgeList(listText: string | undefined): Judge {
  return (answer, url) => {
    const text = answerText(answer);
    const list = parseVersionList(text);
    if (!list.ok) return [contentFinding(url, 'a list of versions', `an answer of which ${list.problem}`)];
    return listText === undefined || listText === text ? [] : [findingOf(probeOutdated, { file: url }, {})];
  };
}

function judgeShape(expected: AnswerShape): Judge {
  return (answer, url) => {
    const found = answerShape(answerText(answer));
    return found === expected ? [] : [contentFinding(url, expected, found)];
  };
}

function judgeEntry({ id, version, sha512 }: ListedVersion): Judge {
  return (answer, url) => {
    const text = answerText(answer);
    const shape = answerShape(text);
    if (shape === 'a V2 entry' && text.includes(sha512)) return [];
    const found = shape === 'a V2 entry' ? 'an entry with another hash' : shape;
    return [contentFinding(url, `a V2 entry of ${id} ${version} with its SHA-512`, found)];
  };
}

function judgeServiceIndex(siteUrl: string): Judge {
  return (answer, url) => {
    const index = parseServiceIndex(answerText(answer));
    if (!index.ok) return [contentFinding(url, 'a V3 service index', foundText('malformed', answer))];
    const missing = NEEDED.filter((type) => resourceOf(index.value, type) === undefined);
    if (missing.length > 0) return [contentFinding(url, `a resource ${missing[0]}`, 'none')];
    const [elsewhere] = addressesElsewhere(index.value, siteUrl);
    if (elsewhere === undefined) return [];
    return [contentFinding(url, `addresses below ${siteUrl}`, elsewhere)];
  };
}

function judgeVersions(key: string): Judge {
  return (answer, url) => {
    const text = answerText(answer);
    if (answerShape(text) === 'JSON' && text.includes(JSON.stringify(key))) return [];
    return [contentFinding(url, `a list of versions with ${key}`, foundText('absent', answer))];
  };
}

function judgeBlob({ id, version, sha512 }: ListedVersion): Judge {
  return (answer, url) => {
    const found = createHash('sha512').update(answer.body).digest('base64');
    if (found === sha512) return [];
    return [findingOf(probeHash, { file: url }, { id, version, expected: sha512, found })];
  };
}

function foundText(kind: 'absent' | 'malformed', answer: Answer & { kind: 'answer' }): string {
  const shape = answerShape(answerText(answer));
  if (shape !== 'JSON') return shape;
  return kind === 'absent' ? 'one without it' : 'other JSON';
}

function contentFinding(url: string, expected: string, found: string): Finding {
  return findingOf(probeContent, { file: url }, { expected, found: found.slice(0, 200) });
}

/** What was published last is what a deployment was made for. */
function newestListed(listText: string): ListedVersion | undefined {
  const list = parseVersionList(listText);
  const versions: VersionList['versions'] = list.ok ? list.value.versions : [];
  let newest: ListedVersion | undefined;
  for (const item of versions) {
    if (item.isListed && (newest === undefined || item.published >= newest.published)) newest = item;
  }
  return newest;
}
