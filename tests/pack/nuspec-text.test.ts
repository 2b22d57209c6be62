import { describe, expect, it } from 'vitest';
import { parseVersionRange } from '../../src/domain/version-range.ts';
import {
  dependencyRangeText,
  formatNuspec,
  moduleDependencies,
  type NuspecFields,
  scriptDependencies,
} from '../../src/pack/nuspec-text.ts';
import { readNuspec } from '../../src/read/nuspec.ts';
import fc from '../support/laws.ts';
import { makeManifest, makeScriptInfo } from '../support/make-nupkg-value.ts';
import { parseXml } from '../support/xml-elements.ts';

const bare: NuspecFields = {
  id: 'Tools',
  version: '1.0.0',
  authors: 'Ada',
  owners: undefined,
  description: 'Tools.',
  releaseNotes: undefined,
  requireLicenseAcceptance: false,
  copyright: undefined,
  tags: ['PSModule'],
  licenseUrl: undefined,
  projectUrl: undefined,
  iconUrl: undefined,
  dependencies: [],
};

describe('formatNuspec', () => {
  it('writes what there is, in the order of Publish-Module', () => {
    const text = formatNuspec({
      ...bare,
      owners: 'Contoso',
      description: 'Tools & <helpers>.',
      releaseNotes: 'First.',
      requireLicenseAcceptance: true,
      copyright: '(c) Contoso',
      tags: ['Network', 'PSModule'],
      licenseUrl: 'https://licence.example/?a=1&b=2',
      projectUrl: 'https://contoso.example/',
      iconUrl: 'https://contoso.example/icon.png',
      dependencies: [{ name: 'Base', moduleVersion: '1.0' }, { name: 'Any' }],
    });
    expect(text).toBe(`<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2011/08/nuspec.xsd">
  <metadata>
    <id>Tools</id>
    <version>1.0.0</version>
    <authors>Ada</authors>
    <owners>Contoso</owners>
    <description>Tools &amp; &lt;helpers&gt;.</description>
    <releaseNotes>First.</releaseNotes>
    <requireLicenseAcceptance>true</requireLicenseAcceptance>
    <copyright>(c) Contoso</copyright>
    <tags>Network PSModule</tags>
    <licenseUrl>https://licence.example/?a=1&amp;b=2</licenseUrl>
    <projectUrl>https://contoso.example/</projectUrl>
    <iconUrl>https://contoso.example/icon.png</iconUrl>
    <dependencies>
      <dependency id="Base" version="1.0"/>
      <dependency id="Any"/>
    </dependencies>
  </metadata>
</package>
`);
  });

  it('is read back by the reader of archives as what was written', () => {
    const fields: NuspecFields = {
      ...bare,
      owners: 'Contoso',
      releaseNotes: '* One\n* Two & three',
      requireLicenseAcceptance: true,
      copyright: '(c) Contoso',
      tags: ['c#', 'PSModule'],
      licenseUrl: 'https://licence.example/?a=1&b=2',
    };
    const dependencies = [{ name: 'Base', requiredVersion: '1.0' }, { name: 'Any' }];
    const text = formatNuspec({ ...fields, dependencies });
    const { value, findings } = readNuspec(text, 'Tools.nuspec', { file: 'Tools.nupkg' });
    expect(findings).toEqual([]);
    expect(value).toMatchObject({
      ...fields,
      dependencies: [
        { id: 'Base', range: '[1.0]' },
        { id: 'Any', range: '' },
      ],
    });
  });

  it('leaves out what there is not', () => {
    const [metadata] = parseXml(formatNuspec(bare)).children;
    expect(metadata?.children.map(({ localName, text }) => `${localName}=${text}`)).toEqual([
      'id=Tools',
      'version=1.0.0',
      'authors=Ada',
      'description=Tools.',
      'requireLicenseAcceptance=false',
      'tags=PSModule',
    ]);
  });

  it('leaves out blanks around a text, and texts that are nothing else', () => {
    const [metadata] = parseXml(
      formatNuspec({
        ...bare,
        owners: ' ',
        description: '\n  First.\n\n    Second.\n',
        projectUrl: ' https://contoso.example/x ',
      }),
    ).children;
    const texts = new Map(metadata?.children.map(({ localName, text }) => [localName, text]));
    expect(texts.has('owners')).toBe(false);
    expect(texts.get('description')).toBe('First.\n\n    Second.');
    expect(texts.get('projectUrl')).toBe('https://contoso.example/x');
  });

  it('is read back as the same text, but for what XML cannot hold', () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      '&',
      '<',
      '>',
      '"',
      "'",
      ']]>',
      '&amp;',
      '&#10;',
      '\n',
      '\t',
      'é',
      '\u{1F600}',
      '\u0007',
      '\uFFFE',
      '\uD800',
    );
    const text = fc.array(unit, { maxLength: 8 }).map((all) => `x${all.join('')}x`);
    fc.assert(
      fc.property(text, (description) => {
        const [metadata] = parseXml(formatNuspec({ ...bare, description })).children;
        const found = metadata?.children.find(({ localName }) => localName === 'description')?.text;
        expect(found).toBe(description.replace(/\p{Cc}(?<![\n\t])|\uFFFE|\p{Cs}/gu, ''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('dependencyRangeText', () => {
  it.each([
    [{}, ''],
    [{ moduleVersion: '1.0' }, '1.0'],
    [{ requiredVersion: '1.0' }, '[1.0]'],
    [{ maximumVersion: '2.0' }, '(,2.0]'],
    [{ moduleVersion: '1.0', maximumVersion: '2.0' }, '[1.0,2.0]'],
    [{ maximumVersion: '2.*' }, '(,2.999999999]'],
    [{ guid: '6f1c8a3e-0d4b-4c11-9a70-2f6f0f8f2b11', moduleVersion: '1.0' }, '1.0'],
  ])('writes %j as "%s", which NuGet reads', (specification, expected) => {
    const text = dependencyRangeText({ name: 'Base', ...specification });
    expect(text).toBe(expected);
    expect(parseVersionRange(text).ok).toBe(true);
  });
});

it('leaves modules that come from elsewhere out of the dependencies of a module', () => {
  const manifest = makeManifest('Tools', '1.0.0', {
    requiredModules: [{ name: 'Base', moduleVersion: '1.0' }, { name: 'Az' }],
    externalModuleDependencies: ['AZ'],
  });
  expect(moduleDependencies(manifest, () => false)).toEqual([{ name: 'Base', moduleVersion: '1.0' }]);
});

it('takes modules and scripts as dependencies of a script, less those that come from elsewhere', () => {
  const info = makeScriptInfo('Run', '1.0.0', {
    requiredModules: [{ name: 'Base' }, { name: 'Az' }],
    requiredScripts: [{ name: 'Part' }, { name: 'Other' }],
    externalModuleDependencies: ['az'],
    externalScriptDependencies: ['OTHER'],
  });
  expect(scriptDependencies(info).map(({ name }) => name)).toEqual(['Base', 'Part']);
});

it('takes nested modules that are not in the package for dependencies', () => {
  const manifest = makeManifest('Contoso.Tools', '1.0.0', {
    nestedModules: [
      { name: 'Inner.psm1' },
      { name: 'Gone.dll' },
      { name: 'sub\\Gone' },
      { name: 'Beside', moduleVersion: '1.0' },
      { name: 'Elsewhere', moduleVersion: '2.0' },
      { name: 'Named.Alone' },
      { name: 'External', requiredVersion: '3.0' },
    ],
    externalModuleDependencies: ['external'],
  });
  const found = moduleDependencies(manifest, (name) => name === 'Beside');
  expect(found).toEqual([{ name: 'Elsewhere', moduleVersion: '2.0' }, { name: 'Named.Alone' }]);
});
