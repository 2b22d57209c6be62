/**
 * What PSResourceGet reads in an answer of V2, as its source has it (PowerShell/PSResourceGet 3f0d2e5b): `entry`, `m:count`
 * and `d:Id` by qualified name, properties by local name, and a crash where something else stands between elements.
 */
import {
  compareNuGetVersions,
  type NuGetVersion,
  parseNuGetVersion,
} from '../../src/domain/nuget-version.ts';
import { ANY_VERSION, parseVersionRange, type VersionRange } from '../../src/domain/version-range.ts';
import { allElements, parseXml, type XmlElement } from './xml-elements.ts';

export interface FoundResource {
  readonly name: string;
  /** The numeric parts as the property Version writes them. */
  readonly version: string;
  /** The label, cut at a second hyphen as the client cuts it. */
  readonly prerelease: string;
  readonly normalizedVersion: string | undefined;
  readonly isPrerelease: boolean;
  readonly type: 'Module' | 'Script';
  readonly tags: readonly string[];
  readonly publishedYear: number | undefined;
  readonly description: string | undefined;
  readonly dependencies: readonly ResourceDependency[];
  readonly commands: readonly string[];
  readonly dscResources: readonly string[];
}

export interface ResourceDependency {
  readonly name: string;
  readonly range: VersionRange;
}

/** How many the server says there are, or why the client cannot tell. */
export type AnswerCount =
  | { readonly kind: 'count'; readonly count: number }
  | { readonly kind: 'unknown'; readonly reason: string };

export function countOf(answer: string): AnswerCount {
  const elements = elementsOf(answer);
  if (!elements) return { kind: 'unknown', reason: 'XML Exception occurred while parsing server response' };
  const count = elements.find(({ name }) => name === 'm:count')?.text;
  if (count?.trim() === '') return { kind: 'unknown', reason: 'Count property was empty' };
  if (count !== undefined && /^\s*[+-]?\d+\s*$/.test(count)) return { kind: 'count', count: Number(count) };
  const ids = elements.filter(({ name }) => name === 'd:Id').length;
  if (ids > 0) return { kind: 'count', count: ids };
  return { kind: 'unknown', reason: "Property 'count' and 'd:Id' could not be found in response" };
}

/**
 * @returns what the cmdlet makes of the entries, in the order in which it looks at them; an answer without entries is undefined
 * @throws where the cmdlet as a whole would end with an exception
 */
export function resourcesOf(answer: string): readonly FoundResource[] | undefined {
  const entries = (elementsOf(answer) ?? []).filter(({ name }) => name === 'entry');
  if (entries.length === 0) return undefined;
  return inClientOrder(entries).map(readResource);
}

/** `1.0.0-beta` for the client's own pair of a version and a label. */
export function fullVersion({ version, prerelease }: FoundResource): string {
  return prerelease === '' ? version : `${version}-${prerelease}`;
}

function elementsOf(answer: string): readonly XmlElement[] | undefined {
  if (answer === '') return undefined;
  return allElements(parseXml(answer));
}

/** The client turns the whole list about when the first version is lower than the last, whatever packages they are of. */
function inClientOrder(entries: readonly XmlElement[]): readonly XmlElement[] {
  const versions = entries.map((entry) => {
    const text = propertyElements(entry).find(({ localName }) => localName === 'NormalizedVersion')?.text;
    return text === undefined ? undefined : parsed(text);
  });
  const [first] = versions;
  const last = versions.slice(1).findLast((version) => version !== undefined);
  if (!first || !last || compareNuGetVersions(first, last) >= 0) return entries;
  return entries.toReversed();
}

function readResource(entry: XmlElement): FoundResource {
  const values = new Map<string, string>();
  for (const child of elementChildren(entry)) {
    if (child.localName === 'title') values.set('id', child.text);
    if (child.localName !== 'properties') continue;
    for (const property of elementChildren(child)) {
      const { localName, text } = property;
      if (localName === 'Title' && !values.has('id')) values.set('id', text);
      values.set(localName.toLowerCase(), text);
    }
  }
  const isPrerelease = values.get('isprerelease');
  if (isPrerelease === undefined) throw new Error('the client cannot read an entry without IsPrerelease');
  const tags = (values.get('tags') ?? '').split(' ').filter((tag) => tag !== '');
  const [version = '', label = ''] = (values.get('version') ?? '').split('-');
  if (!/^\d+(?:\.\d+){1,3}$/.test(version)) throw new Error(`the client takes ${version} for no version`);
  return {
    name: values.get('id') ?? '',
    version,
    prerelease: label,
    normalizedVersion: values.get('normalizedversion'),
    isPrerelease: isPrerelease.trim().toLowerCase() === 'true',
    type: tags.some((tag) => tag.toLowerCase() === 'psscript') ? 'Script' : 'Module',
    tags,
    publishedYear: yearOf(values.get('published')),
    description: values.get('description'),
    dependencies: readDependencies(values.get('dependencies') ?? ''),
    commands: namesTagged(tags, 'pscommand_'),
    dscResources: namesTagged(tags, 'psdscresource_'),
  };
}

function propertyElements(entry: XmlElement): readonly XmlElement[] {
  const properties = elementChildren(entry).find(({ localName }) => localName === 'properties');
  return properties ? elementChildren(properties) : [];
}

/** The client casts every node below to an element. */
function elementChildren(element: XmlElement): readonly XmlElement[] {
  if (element.holdsMoreThanElements) {
    throw new Error(`the client crashes on what is in ${element.name} beside elements`);
  }
  return element.children;
}

/** `Get-A_B` becomes `Get-A`: the client splits at every underscore. */
function namesTagged(tags: readonly string[], prefix: string): readonly string[] {
  return tags.filter((tag) => tag.toLowerCase().startsWith(prefix)).map((tag) => tag.split('_')[1] ?? '');
}

function readDependencies(text: string): readonly ResourceDependency[] {
  return text
    .split('|')
    .filter((one) => one !== '')
    .map((one) => {
      const [name = '', range] = one.split(':').filter((part) => part !== '');
      return { name, range: range === undefined ? ANY_VERSION : readRange(range) };
    });
}

/** A bare version is exactly that one here, where NuGet means it and all above. */
function readRange(text: string): VersionRange {
  const exact = parsed(text);
  if (exact) return { min: exact, isMinIncluded: true, max: exact, isMaxIncluded: true };
  const range = parseVersionRange(text);
  return range.ok ? range.value : ANY_VERSION;
}

function yearOf(published: string | undefined): number | undefined {
  const year = /^(\d{4})-/.exec(published ?? '')?.[1];
  return year === undefined ? undefined : Number(year);
}

function parsed(text: string): NuGetVersion | undefined {
  const version = parseNuGetVersion(text);
  return version.ok ? version.value : undefined;
}
