/**
 * How PowerShellGet 2's NuGet provider reads a V2 feed, as its source has it (OneGet/NuGetProvider 6c486d0): elements by
 * local name, the last of several winning, and values at which it crashes.
 */
import type { NuGetVersion } from '../../src/domain/nuget-version.ts';
import { parseVersionRange, type VersionRange } from '../../src/domain/version-range.ts';
import { parsedVersion } from './provider-versions.ts';
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
    version: parsedVersion(properties.get('version') ?? ''),
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
