import { expect, it } from 'vitest';
import { makeGallery, type PackageSpec } from '../../support/make-gallery.ts';
import { SITE_URL, serveInMemory } from '../../support/render-gallery.ts';
import { childrenByLocalName, parseXml, type XmlElement } from '../../support/xml-elements.ts';

/** The properties of the one entry that `FindPackagesById()` holds of the last version. */
function properties(spec: PackageSpec): ReadonlyMap<string, XmlElement> {
  const site = serveInMemory(makeGallery([spec]));
  const root = spec.kind === 'script' ? 'api/v2/items/psscript/' : 'api/v2/';
  const feed = parseXml(site.text(`${SITE_URL}${root}FindPackagesById()`));
  const entry = childrenByLocalName(feed, 'entry').at(-1);
  const found = entry?.children.find(({ localName }) => localName === 'properties')?.children ?? [];
  return new Map(found.map((element) => [element.localName, element]));
}

function text(spec: PackageSpec, name: string): string | null | undefined {
  const element = properties(spec).get(name);
  return element?.attributes['mm:null'] === 'true' ? null : element?.text;
}

it('writes the properties of the PowerShell Gallery in its order', () => {
  expect([...properties({ id: 'Tools' }).keys()]).toEqual([
    ...[
      'Id',
      'Version',
      'NormalizedVersion',
      'Authors',
      'Copyright',
      'Created',
      'Dependencies',
      'Description',
    ],
    ...['DownloadCount', 'GalleryDetailsUrl', 'IconUrl', 'IsLatestVersion', 'IsAbsoluteLatestVersion'],
    ...['IsPrerelease', 'Language', 'LastUpdated', 'Published', 'PackageHash', 'PackageHashAlgorithm'],
    ...['PackageSize', 'ProjectUrl', 'ReportAbuseUrl', 'ReleaseNotes', 'RequireLicenseAcceptance', 'Summary'],
    ...['Tags', 'Title', 'VersionDownloadCount', 'MinClientVersion', 'LastEdited', 'LicenseUrl'],
    ...['LicenseNames', 'LicenseReportUrl', 'ItemType', 'FileList', 'GUID', 'PowerShellVersion'],
    ...['PowerShellHostVersion', 'DotNetFrameworkVersion', 'CLRVersion', 'ProcessorArchitecture'],
    ...['CompanyName', 'Owners'],
  ]);
});

it('declares in $metadata the same properties, in the same order and of the same types', () => {
  const site = serveInMemory(makeGallery([{ id: 'Tools' }]));
  const document = parseXml(site.text(`${SITE_URL}api/v2/$metadata`));
  const declared = [...allNamed(document, 'Property')].map(({ attributes }) => [
    attributes.Name,
    attributes.Type,
  ]);
  const written = [...properties({ id: 'Tools' }).values()].map(({ localName, attributes }) => [
    localName,
    attributes['mm:type'] ?? 'Edm.String',
  ]);
  expect(written).toEqual(declared);
});

it.each([
  ['a listed version', {}, '2026-01-01T09:30:00.000'],
  ['an unlisted version', { listed: false }, '1900-01-01T00:00:00'],
])('publishes %s when clients expect it', (_, version, published) => {
  const spec = { id: 'Tools', versions: [{ version: '1.0.0', ...version }] };
  expect(text(spec, 'Published')).toBe(published);
  expect(text(spec, 'Created')).toBe('2026-01-01T09:30:00.000');
});

it.each([
  [{}, ''],
  [{ 'Az.Profile': '0.1.0' }, 'Az.Profile:[0.1.0, ):'],
  [{ 'Az.Profile': '0.1.0', 'Az.Aks': '[1.0,2.0)' }, 'Az.Profile:[0.1.0, ):|Az.Aks:[1.0.0, 2.0.0):'],
  [{ Any: '' }, 'Any:(, ):'],
])('writes the dependencies %j as %s', (dependencies, expected) => {
  expect(text({ id: 'Tools', versions: [{ version: '1.0.0', dependencies }] }, 'Dependencies')).toBe(
    expected,
  );
});

it('keeps Dependencies, Description and Tags as elements even when they are empty', () => {
  const nuspec = { description: undefined };
  const spec = { id: 'Tools', versions: [{ version: '1.0.0', nuspec }] };
  expect(text(spec, 'Description')).toBe('');
  expect(text(spec, 'Dependencies')).toBe('');
  expect(text(spec, 'Tags')).toBe('PSModule');
});

it('writes paths of files with backslashes and bars between', () => {
  const files = { 'en-US/about.txt': 5, 'z.txt': 1 };
  expect(text({ id: 'Tools', versions: [{ version: '1.0.0', files }] }, 'FileList')).toBe(
    'Tools.psd1|en-US\\about.txt|z.txt',
  );
});

it('tells a script from a module', () => {
  expect(text({ id: 'Run', kind: 'script' }, 'ItemType')).toBe('Script');
  expect(text({ id: 'Run' }, 'ItemType')).toBe('Module');
});

it.each([
  ['2.5', '2.5'],
  ['2.8.50926.602', '2.8.50926.602'],
  ['3', null],
  ['2.5-beta', null],
  ['99999999999.0', null],
])('takes %s as MinClientVersion only where System.Version parses it', (minClientVersion, expected) => {
  const versions = [{ version: '1.0.0', nuspec: { minClientVersion } }];
  expect(text({ id: 'Tools', versions }, 'MinClientVersion')).toBe(expected);
});

it('marks at most one version of an id as the latest, and at most one as the absolutely latest', () => {
  const versions = ['1.0.0', '2.0.0', '3.0.0-beta', { version: '4.0.0', listed: false }];
  const site = serveInMemory(makeGallery([{ id: 'Tools', versions }]));
  const feed = parseXml(site.text(`${SITE_URL}api/v2/FindPackagesById()`));
  const marked = (name: string) =>
    childrenByLocalName(feed, 'entry')
      .filter((entry) => [...allNamed(entry, name)][0]?.text === 'true')
      .map((entry) => [...allNamed(entry, 'Version')][0]?.text);
  expect(marked('IsLatestVersion')).toEqual(['2.0.0']);
  expect(marked('IsAbsoluteLatestVersion')).toEqual(['3.0.0-beta']);
});

function* allNamed(element: XmlElement, localName: string): Generator<XmlElement> {
  if (element.localName === localName) yield element;
  for (const child of element.children) yield* allNamed(child, localName);
}
