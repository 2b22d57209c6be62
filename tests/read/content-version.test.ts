import { describe, expect, it } from 'vitest';
import { checkContentVersion, manifestVersion } from '../../src/read/content-version.ts';
import { codesOf } from '../support/expect-findings.ts';
import { makeNupkgValue, type NupkgSpec } from '../support/make-nupkg-value.ts';

const codes = (spec: NupkgSpec) => {
  const { nuspec, content } = makeNupkgValue({ id: 'Tools', ...spec });
  return codesOf(checkContentVersion(nuspec, content, 'Tools.nupkg'));
};

describe('checkContentVersion', () => {
  it.each([
    ['1.0.0', '1.0.0', undefined],
    ['1.0.0', '1.0', undefined],
    ['1.0', '1.0.0.0', undefined],
    ['1.0.0-beta', '1.0.0', 'beta'],
    ['1.0.0-BETA', '1.0.0', 'beta'],
    // As Publish-PSResource writes them.
    ['1.0.0-beta', '1.0', 'beta'],
    ['1.0.0-beta', '1.0.0', 'beta+1'],
    ['1.2.3.4', '1.2.3.4', undefined],
  ])('takes %s in the nuspec for %s %s in the manifest', (version, moduleVersion, prerelease) => {
    expect(codes({ nuspec: { version }, manifest: { moduleVersion, prerelease } })).toEqual([]);
  });

  it.each([
    ['another number', '1.0.1', '1.0.0', undefined],
    ['a label in the nuspec only', '1.0.0-beta', '1.0.0', undefined],
    ['a label in the manifest only', '1.0.0', '1.0.0', 'beta'],
    ['a manifest whose version cannot be read', '1.0.0', 'latest', undefined],
  ])('refuses %s', (_, version, moduleVersion, prerelease) => {
    expect(codes({ nuspec: { version }, manifest: { moduleVersion, prerelease } })).toEqual([
      'VERSION_MISMATCH',
    ]);
  });

  it.each(['1.0-beta', '1.0.0.0-beta', '1.0.0-001', '1.0.0-beta.1', '1.0.0-beta-1', '1.0.0-beta+1'])(
    'refuses the prerelease %s, which a PowerShell client does not take',
    (version) => {
      expect(codes({ version })).toEqual(['VERSION_PRERELEASE']);
    },
  );

  it('compares a script with its own version', () => {
    expect(codes({ kind: 'script', version: '1.0.0-beta' })).toEqual([]);
    expect(codes({ kind: 'script', info: { version: '1.0.1' } })).toEqual(['VERSION_MISMATCH']);
  });

  it.each(['tools.psd1', 'TOOLS.psd1', 'Other.psd1'])('refuses %s as the manifest of Tools', (path) => {
    expect(codes({ manifest: { path } })).toEqual(['ID_MISMATCH']);
  });

  it('refuses a nuspec version that is none', () => {
    expect(codes({ nuspec: { version: 'latest' } })).toEqual(['VERSION_GRAMMAR']);
  });
});

it.each([
  ['1.0', undefined, '1.0'],
  ['1.0.0', 'beta', '1.0.0-beta'],
])('joins %s and %s as Publish-Module does', (moduleVersion, prerelease, expected) => {
  expect(manifestVersion({ moduleVersion, prerelease })).toBe(expected);
});
