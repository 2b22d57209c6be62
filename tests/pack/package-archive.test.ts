import AdmZip from 'adm-zip';
import { describe, expect, it } from 'vitest';
import { writeNupkg } from '../../src/pack/package-archive.ts';
import { gateArchive } from '../../src/read/archive-gate.ts';
import { allElements, parseXml } from '../support/xml-elements.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const files = [
  { path: 'Tools.psd1', bytes: utf8('@{}') },
  { path: 'LICENSE', bytes: utf8('MIT') },
  { path: 'en-US/about Tools (1).help.txt', bytes: utf8('About.') },
  { path: 'data/größe+100%.json', bytes: utf8('{}') },
  { path: 'lib/empty.txt', bytes: utf8('') },
  { path: 'lib/Tools.DLL', bytes: new Uint8Array([0, 255, 0, 255]) },
];
const opened = () => new AdmZip(Buffer.from(writeNupkg('Tools', '<package/>', files)));

describe('writeNupkg', () => {
  it('puts the parts of the container first, then the files in order, their names as they are', () => {
    expect(
      opened()
        .getEntries()
        .map(({ entryName }) => entryName),
    ).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'Tools.nuspec',
      'LICENSE',
      'Tools.psd1',
      'data/größe+100%.json',
      'en-US/about Tools (1).help.txt',
      'lib/Tools.DLL',
      'lib/empty.txt',
    ]);
  });

  it('holds every file as it was', () => {
    const zip = opened();
    for (const { path, bytes } of files) {
      const entry = zip.getEntries().find(({ entryName }) => entryName === path);
      expect(new Uint8Array(entry?.getData() ?? []), path).toEqual(bytes);
    }
  });

  it('gives the same bytes twice, whatever the order of the files', () => {
    const bytes = writeNupkg('Tools', '<package/>', files);
    expect(writeNupkg('Tools', '<package/>', files.toReversed())).toEqual(bytes);
  });

  it('passes the gate that every package must pass', async () => {
    const limits = { maxEntries: 100, maxUnpackedBytes: 10_000 };
    const full = files.filter(({ bytes }) => bytes.length > 0);
    const nuspec = '<?xml version="1.0" encoding="utf-8"?><package/>';
    expect(await gateArchive(writeNupkg('Tools', nuspec, full), 'Tools.nupkg', limits)).toEqual([]);
  });

  it('tells neither the time nor the system it was made on', () => {
    for (const { header } of opened().getEntries()) {
      expect(header.time).toEqual(new Date(1980, 0, 1));
      expect(header.made).toBe(0x0314);
      expect(header.attr >>> 16).toBe(0o100644);
    }
  });

  it('points to the nuspec, as nuget.exe opens a package', () => {
    const relationships = parseXml(opened().readAsText('_rels/.rels'));
    expect(relationships.children.map(({ attributes }) => attributes)).toEqual([
      expect.objectContaining({
        Type: 'http://schemas.microsoft.com/packaging/2010/07/manifest',
        Target: '/Tools.nuspec',
      }),
    ]);
  });

  it('names the type of every part once, by extension or by name', () => {
    const types = allElements(parseXml(opened().readAsText('[Content_Types].xml')));
    const attributesOf = (name: string, key: string) =>
      types.filter(({ localName }) => localName === name).map(({ attributes }) => attributes[key]);
    expect(attributesOf('Default', 'Extension')).toEqual(['rels', 'dll', 'json', 'nuspec', 'psd1', 'txt']);
    expect(attributesOf('Override', 'PartName')).toEqual(['/LICENSE']);
  });

  it('names the type of relationships once, also where a file has that extension', () => {
    const zip = new AdmZip(Buffer.from(writeNupkg('T', '<package/>', [{ path: 'x.rels', bytes: utf8('') }])));
    expect(zip.readAsText('[Content_Types].xml').match(/Extension="rels"/g)).toHaveLength(1);
  });
});
