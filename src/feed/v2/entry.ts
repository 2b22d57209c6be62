/** One package version as a V2 Atom entry, with the properties of the PowerShell Gallery in its order. */
import { type FeedUrls, v2EntryPath } from '../urls.ts';
import type { V2EntryValues } from './entry-values.ts';
import type { V2Prefixes } from './namespaces.ts';
import { V2_PROPERTIES, type V2PropertyName } from './properties.ts';
import { escapeXml } from './xml-text.ts';

export interface V2EntryContext {
  readonly urls: FeedUrls;
  readonly prefixes: V2Prefixes;
  /** Undefined for all of them. */
  readonly select?: ReadonlySet<V2PropertyName> | undefined;
}

/**
 * @param source  absolute URL of the .nupkg
 * @param attributes  of the entry element: namespace declarations when it stands alone, else ''
 */
export function renderV2Entry(
  { urls, prefixes, select }: V2EntryContext,
  values: V2EntryValues,
  source: string,
  attributes = '',
): string {
  const a = prefixes.atom;
  const [name, version] = [String(values.Id), String(values.Version)];
  const id = escapeXml(urls.absolute(v2EntryPath(name, version)));
  const relative = escapeXml(v2EntryPath(name, version, ''));
  return (
    `<${a}entry${attributes === '' ? '' : ` ${attributes}`}>` +
    `<${a}id>${id}</${a}id>` +
    `<${a}category term="NuGetGallery.OData.V2FeedPackage" scheme="http://schemas.microsoft.com/ado/2007/08/dataservices/scheme"/>` +
    `<${a}link rel="edit" href="${relative}"/><${a}link rel="self" href="${id}"/>` +
    `<${a}title type="text">${name}</${a}title>` +
    `<${a}updated>${values.Created}Z</${a}updated>` +
    `<${a}author><${a}name>${escapeXml(String(values.Authors ?? ''))}</${a}name></${a}author>` +
    `<${a}content type="application/zip" src="${escapeXml(source)}"/>` +
    properties(prefixes, values, select) +
    `</${a}entry>`
  );
}

function properties(
  { data: d, metadata: m }: V2Prefixes,
  values: V2EntryValues,
  select: ReadonlySet<V2PropertyName> | undefined,
): string {
  let text = `<${m}properties>`;
  for (const { name, type } of V2_PROPERTIES) {
    if (select && !select.has(name)) continue;
    const value = values[name];
    if (value === null) text += `<${d}${name} ${m}null="true"/>`;
    else if (type === 'String') text += `<${d}${name}>${escapeXml(String(value))}</${d}${name}>`;
    else text += `<${d}${name} ${m}type="Edm.${type}">${value}</${d}${name}>`;
  }
  return `${text}</${m}properties>`;
}
