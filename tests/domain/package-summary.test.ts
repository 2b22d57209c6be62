import { describe, expect, it } from 'vitest';
import { summarizePackage } from '../../src/domain/package-summary.ts';
import { makeNupkgValue } from '../support/make-nupkg-value.ts';

const bare = {
  authors: undefined,
  description: undefined,
  licenseUrl: undefined,
} as const;

describe('summarizePackage', () => {
  it.each([
    ['authors', { authors: 'Outer' }, { author: 'Inner' }, 'Outer'],
    ['description', { description: 'Outer' }, { description: 'Inner' }, 'Outer'],
    ['copyright', { copyright: 'Outer' }, { copyright: 'Inner' }, 'Outer'],
    ['releaseNotes', { releaseNotes: 'Outer' }, { releaseNotes: 'Inner' }, 'Outer'],
    [
      'licenseUrl',
      { licenseUrl: 'https://o.example' },
      { licenseUri: 'https://i.example' },
      'https://o.example',
    ],
    [
      'projectUrl',
      { projectUrl: 'https://o.example' },
      { projectUri: 'https://i.example' },
      'https://o.example',
    ],
    ['iconUrl', { iconUrl: 'https://o.example' }, { iconUri: 'https://i.example' }, 'https://o.example'],
  ] as const)(
    'lets the nuspec win for %s, and the manifest or script fill the gap',
    (field, nuspec, inner, outer) => {
      const innerValue = Object.values(inner)[0];
      for (const kind of ['module', 'script'] as const) {
        const both = makeNupkgValue({ kind, nuspec, manifest: inner, info: inner });
        expect(summarizePackage(both)[field]).toBe(outer);
        const innerOnly = makeNupkgValue({ kind, nuspec: bare, manifest: inner, info: inner });
        expect(summarizePackage(innerOnly)[field]).toBe(innerValue);
      }
    },
  );

  it('lets the manifest win for the company, which a nuspec calls owners', () => {
    const both = { nuspec: { owners: 'Outer' }, manifest: { companyName: 'Inner' } };
    expect(summarizePackage(makeNupkgValue(both)).companyName).toBe('Inner');
    expect(summarizePackage(makeNupkgValue({ nuspec: { owners: 'Outer' } })).companyName).toBe('Outer');
  });

  it('gives empty texts, not undefined, for a package without description and author', () => {
    const nupkg = makeNupkgValue({ nuspec: bare, manifest: { author: undefined } });
    expect(summarizePackage(nupkg)).toMatchObject({ description: '', authors: '', licenseUrl: undefined });
  });

  it('answers the same questions of a script', () => {
    const info = {
      guid: '00000000-0000-4000-8000-000000000001',
      powerShellVersion: '5.1',
      compatiblePSEditions: ['Core'],
      requiredModules: [{ name: 'Contoso.Base' }],
    };
    expect(summarizePackage(makeNupkgValue({ kind: 'script', info }))).toMatchObject(info);
  });
});
