import { describe, expect, it } from 'vitest';
import { openArchive } from '../../src/read/archive.ts';
import { locateNuspec, readNuspec } from '../../src/read/nuspec.ts';
import { nuspecText } from '../support/make-nupkg.ts';
import { FILE, LIMITS, nupkgFindings } from '../support/nupkg-findings.ts';
import { buildZip } from '../support/zip-builder.ts';

const PLACE = { file: FILE, entry: 'A.nuspec' };
const read = (text: string) => readNuspec(text, 'A.nuspec', PLACE);

describe('readNuspec', () => {
  it.each([
    'http://schemas.microsoft.com/packaging/2010/07/nuspec.xsd',
    'http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd',
    'http://schemas.microsoft.com/packaging/2011/10/nuspec.xsd',
    'http://schemas.microsoft.com/packaging/2012/06/nuspec.xsd',
    'http://schemas.microsoft.com/packaging/2013/01/nuspec.xsd',
    'http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd',
    '',
  ])('reads the namespace %j', (namespace) => {
    const text = `<package xmlns="${namespace}"><metadata><id>A</id><version>1.0</version></metadata></package>`;
    expect(read(text).value).toMatchObject({ id: 'A', version: '1.0', path: 'A.nuspec' });
  });

  it('reads a namespace with a prefix', () => {
    const text =
      '<n:package xmlns:n="urn:x"><n:metadata><n:id>A</n:id><n:version>1</n:version></n:metadata></n:package>';
    expect(read(text).value).toMatchObject({ id: 'A', version: '1' });
  });

  it('reads every element that a gallery shows, and blank ones as absent', () => {
    const more = `<title> T </title><owners>O</owners><summary></summary><releaseNotes><![CDATA[a < b]]></releaseNotes>
      <copyright>C &amp; D</copyright><language>en</language><tags> a b,c
      d </tags><licenseUrl>https://l</licenseUrl><projectUrl>https://p</projectUrl><iconUrl> </iconUrl>
      <requireLicenseAcceptance>TRUE</requireLicenseAcceptance>`;
    expect(read(nuspecText('A', '1.0.0', more)).value).toEqual({
      path: 'A.nuspec',
      id: 'A',
      version: '1.0.0',
      title: 'T',
      authors: 'Sample',
      owners: 'O',
      description: 'Sample.',
      summary: undefined,
      releaseNotes: 'a < b',
      copyright: 'C & D',
      language: 'en',
      tags: ['a', 'b', 'c', 'd'],
      licenseUrl: 'https://l',
      projectUrl: 'https://p',
      iconUrl: undefined,
      requireLicenseAcceptance: true,
      minClientVersion: undefined,
      dependencies: [],
    });
  });

  it('reads dependencies with and without groups, in their order', () => {
    const more = `<dependencies><dependency id="A" version="1.0" /><dependency id="B" />
      <group targetFramework="net40"><dependency id="C" version="[1.0]" /></group></dependencies>`;
    expect(read(nuspecText('X', '1.0.0', more)).value?.dependencies).toEqual([
      { id: 'A', range: '1.0' },
      { id: 'B', range: '' },
      { id: 'C', range: '[1.0]' },
    ]);
  });

  it.each([
    ['<package', 'XML_SYNTAX', 1],
    ['<package>\n<metadata></package>', 'XML_SYNTAX', 2],
    ['<package><metadata a="1" a="2"/></package>', 'XML_SYNTAX', 1],
    ['<a:package/>', 'XML_SYNTAX', 1],
    ['<package>&bomb;</package>', 'XML_SYNTAX', 1],
    ['<package/><package/>', 'XML_SYNTAX', 1],
    ['<!DOCTYPE package SYSTEM "file:///etc/passwd"><package/>', 'XML_DOCTYPE', 1],
    [`${'<a>'.repeat(33)}`, 'XML_DEPTH', 1],
    ['', 'XML_SYNTAX', 1],
  ])('refuses %j', (text, code, line) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(findings).toMatchObject([{ code, place: { ...PLACE, line } }]);
  });

  it.each([
    ['<html/>', 'NUSPEC_ROOT'],
    ['<package/>', 'NUSPEC_ROOT'],
    ['<package><metadata/><metadata/></package>', 'NUSPEC_ROOT'],
    ['<package><metadata><id>A</id></metadata></package>', 'NUSPEC_ELEMENT_COUNT'],
    [
      '<package><metadata><id>A</id><version>1</version><version>2</version></metadata></package>',
      'NUSPEC_ELEMENT_COUNT',
    ],
    [
      '<package><metadata><id>A</id><version>1</version><tags/><tags/></metadata></package>',
      'NUSPEC_ELEMENT_COUNT',
    ],
  ])('refuses %j, which is XML but no nuspec', (text, code) => {
    const { value, findings } = read(text);
    expect(value).toBeUndefined();
    expect(findings[0]?.code).toBe(code);
  });
});

describe('locateNuspec', () => {
  const locate = (...names: readonly string[]) => {
    const { value } = openArchive(buildZip({ entries: names.map((name) => ({ name })) }), FILE, LIMITS);
    if (!value) throw new Error('a sound archive');
    return locateNuspec(value, FILE);
  };

  it.each([
    [['a.txt', 'A.nuspec', 'inner/B.nuspec'], 'A.nuspec'],
    [['A.NUSPEC'], 'A.NUSPEC'],
  ])('finds in %j the one in the root', (names, path) => {
    expect(locate(...names).value?.path).toBe(path);
  });

  it.each([[['a.txt']], [['inner/B.nuspec']], [['A.nuspec', 'B.nuspec']]])('refuses %j', (names) => {
    expect(locate(...names).findings.map(({ code }) => code)).toEqual(['NUSPEC_COUNT']);
  });
});

it('is not unpacked where it cannot be short enough', () => {
  const text = '\ufeff'.padEnd(3 * 1024 * 1024);
  const data = Buffer.from(text, 'utf16le');
  const [finding, ...more] = nupkgFindings(buildZip({ entries: [{ name: 'A.nuspec', data }] }));
  expect([finding?.code, finding?.args['found']]).toEqual(['XML_TOO_LARGE', data.length]);
  expect(more).toEqual([]);
});
