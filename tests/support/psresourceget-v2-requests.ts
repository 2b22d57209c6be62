/**
 * The requests that PSResourceGet makes of a V2 server, as its source writes them (PowerShell/PSResourceGet 3f0d2e5b):
 * the criteria of `$filter` in its order, then the other options, each encoded as a form is.
 */
import type { NuGetVersion } from '../../src/domain/nuget-version.ts';
import { parseNuGetVersion } from '../../src/domain/nuget-version.ts';
import type { VersionRange } from '../../src/domain/version-range.ts';
import { formQuery } from './form-query.ts';

export type ResourceType = 'Module' | 'Script' | undefined;

export interface Asked {
  readonly type?: ResourceType;
  readonly tags?: readonly string[];
  readonly prerelease?: boolean;
}

/** Find-PSResource -Name X */
export function nameRequest(source: string, name: string, asked: Asked): string {
  const latest = asked.prerelease ? 'IsAbsoluteLatestVersion eq true' : 'IsLatestVersion eq true';
  return byId(source, name, [`Id eq '${name}'`, latest, ...typeAndTags(asked)]);
}

/** Find-PSResource -Name X -Version 1.0.0; @param version  as it is put into the filter */
export function versionRequest(source: string, name: string, version: string, asked: Asked): string {
  return byId(source, name, [`Id eq '${name}'`, `NormalizedVersion eq '${version}'`, ...typeAndTags(asked)]);
}

/** Find-PSResource -Name X -Version '[1.0, 2.0)' */
export function rangeRequest(
  source: string,
  name: string,
  range: VersionRange,
  skip: number,
  { type, prerelease = false }: Asked,
): string {
  const { min, max } = range;
  const criteria = [
    min && `NormalizedVersion ${range.isMinIncluded ? 'ge' : 'gt'} '${min.normalized}'`,
    max && `NormalizedVersion ${range.isMaxIncluded ? 'le' : 'lt'} '${upperBound(max, prerelease)}'`,
    prerelease ? undefined : 'IsPrerelease eq false',
    `Id eq '${name}'`,
    type === 'Script' ? "substringof('PSScript', Tags) eq true" : undefined,
  ];
  const query = formQuery([
    ['$filter', conjunction(criteria)],
    ['$inlinecount', 'allpages'],
    ['$skip', String(skip)],
    ['$orderby', 'NormalizedVersion desc'],
    ['id', `'${name}'`],
  ]);
  return `${source}/FindPackagesById()?${query}`;
}

/** Find-PSResource -Name '*' */
export function allRequest(source: string, skip: number, { prerelease = false }: Asked): string {
  return searchRequest(source, [], undefined, skip, 6000, prerelease);
}

/** Find-PSResource -Name Az*, *Az, *Az* or A*z: other shapes the client refuses, and they are undefined here. */
export function wildcardRequest(
  source: string,
  pattern: string,
  skip: number,
  { prerelease = false }: Asked,
): string | undefined {
  const criterion = wildcardCriterion(pattern);
  if (criterion === undefined) return undefined;
  return searchRequest(source, [criterion], undefined, skip, 100, prerelease);
}

/** Find-PSResource -Tag a, b: it asks for scripts, then for modules. */
export function tagRequest(
  source: string,
  kind: 'Module' | 'Script',
  tags: readonly string[],
  skip: number,
  { prerelease = false }: Asked,
): string {
  const criteria = [`PS${kind}`, ...tags].map(tagCriterion);
  return searchRequest(source, criteria, undefined, skip, 6000, prerelease);
}

/** Find-PSResource -CommandName a, b and -DscResourceName. */
export function contentRequest(
  source: string,
  prefix: 'PSCommand_' | 'PSDscResource_',
  names: readonly string[],
  skip: number,
  { prerelease = false }: Asked,
): string {
  const searchTerm = `'${names.map((name) => `tag:${prefix}${name}`).join(' ')}'`;
  return searchRequest(source, [], searchTerm, skip, 6000, prerelease);
}

export function downloadRequest(source: string, name: string, version: string): string {
  return `${source}/package/${name}/${version}`;
}

function byId(source: string, name: string, criteria: readonly string[]): string {
  const query = formQuery([
    ['$filter', conjunction(criteria)],
    ['$inlinecount', 'allpages'],
    ['id', `'${name}'`],
  ]);
  return `${source}/FindPackagesById()?${query}`;
}

function searchRequest(
  source: string,
  criteria: readonly string[],
  searchTerm: string | undefined,
  skip: number,
  top: number,
  prerelease: boolean,
): string {
  const latest = prerelease ? 'IsAbsoluteLatestVersion' : 'IsLatestVersion';
  const query = formQuery([
    ['$filter', conjunction([latest, ...criteria])],
    ...(searchTerm === undefined ? [] : ([['searchTerm', searchTerm]] as const)),
    ['$inlinecount', 'allpages'],
    ['$skip', String(skip)],
    ['$top', String(top)],
    ...(prerelease ? ([['includePrerelease', 'true']] as const) : []),
  ]);
  return `${source}/Search()?${query}`;
}

/** The client keeps criteria in a set. */
function conjunction(criteria: readonly (string | undefined)[]): string {
  return [...new Set(criteria.filter((criterion) => criterion !== undefined))].join(' and ');
}

function typeAndTags({ type, tags = [] }: Asked): readonly string[] {
  const ofType = type === undefined ? [] : [`substringof('PSScript', Tags) eq ${type === 'Script'}`];
  return [...ofType, ...tags.map(tagCriterion)];
}

function tagCriterion(tag: string): string {
  return `substringof('${tag}', Tags) eq true`;
}

function wildcardCriterion(pattern: string): string | undefined {
  const [first = '', second = '', ...more] = pattern.split('*').filter((part) => part !== '');
  if (first === '' || more.length > 0) return undefined;
  const startsOpen = pattern.startsWith('*');
  const endsOpen = pattern.endsWith('*');
  if (second !== '') {
    if (startsOpen || endsOpen) return undefined;
    return `startswith(Id, '${first}') and endswith(Id, '${second}')`;
  }
  if (startsOpen && endsOpen) return `substringof('${first}', Id)`;
  return endsOpen ? `startswith(Id, '${first}')` : `endswith(Id, '${first}')`;
}

/** With prereleases the client puts a 9 behind the patch, to catch those of the bound itself, and filters again. */
function upperBound(max: NuGetVersion, prerelease: boolean): string {
  if (!prerelease) return max.normalized;
  const [major, minor, patch] = max.parts;
  const raised = parseNuGetVersion(`${major}.${minor}.${patch}9`);
  return raised.ok ? raised.value.normalized : max.normalized;
}
