import semver from 'semver';
import { describe, expect, it } from 'vitest';
import {
  compareNuGetVersions,
  isPrerelease,
  type NuGetVersion,
  parseNuGetVersion,
  VERSION_MAX_LENGTH,
  versionKey,
} from '../../src/domain/nuget-version.ts';
import fc from '../support/laws.ts';
import { nugetVersions, versionOf } from '../support/versions.ts';

describe('parseNuGetVersion', () => {
  it.each([
    ['1', '1.0.0'],
    ['1.0', '1.0.0'],
    ['1.0.0', '1.0.0'],
    ['1.0.0.0', '1.0.0'],
    ['1.0.0.1', '1.0.0.1'],
    ['0.0.0.0', '0.0.0'],
    ['01.002.0003', '1.2.3'],
    ['1.2.3-beta', '1.2.3-beta'],
    ['1.2.3-Beta1', '1.2.3-Beta1'],
    ['1.2-beta', '1.2.0-beta'],
    ['1.2.3.4-rc.1', '1.2.3.4-rc.1'],
    ['1.2.3-a.b-c.01', '1.2.3-a.b-c.01'],
    ['1.2.3--', '1.2.3--'],
    ['1.2.3+build.7', '1.2.3'],
    ['1.2.3-rc+build.7', '1.2.3-rc'],
    ['2147483647.0.0', '2147483647.0.0'],
  ])('normalizes %s to %s', (text, normalized) => {
    const version = versionOf(text);
    expect(version.normalized).toBe(normalized);
    expect(version.original).toBe(text);
  });

  it.each([
    ['', 'empty'],
    ['v1.0', 'grammar'],
    ['1.', 'grammar'],
    ['.1', 'grammar'],
    ['1..0', 'grammar'],
    ['1.0.0.0.0', 'grammar'],
    ['-1.0', 'grammar'],
    ['1.0-', 'grammar'],
    ['1.0-beta.', 'grammar'],
    ['1.0-beta..1', 'grammar'],
    ['1.0-beta_1', 'grammar'],
    ['1.0+', 'grammar'],
    ['1.0+a+b', 'grammar'],
    ['1.0.0 ', 'grammar'],
    ['1.0.0\n', 'grammar'],
    ['1.x', 'grammar'],
    ['1,0', 'grammar'],
    ['1.٣', 'grammar'],
    ['[1.0]', 'grammar'],
    ['2147483648.0.0', 'part-too-large'],
    ['1.0.0.99999999999999999999', 'part-too-large'],
    [`1.0.0-${'a'.repeat(VERSION_MAX_LENGTH)}`, 'too-long'],
  ])('refuses "%s": %s', (text, problem) => {
    expect(parseNuGetVersion(text)).toEqual({ ok: false, problem });
  });

  it.each([
    ['1', 1],
    ['1.0', 2],
    ['1.0.0', 3],
    ['1.0.0.0', 4],
    ['1.0-beta', 2],
  ])('counts the parts that %s was written with', (text, count) => {
    expect(versionOf(text).partCount).toBe(count);
  });

  it('takes a version of exactly the largest length', () => {
    const text = `1.0.0-${'a'.repeat(VERSION_MAX_LENGTH - 6)}`;
    expect(text).toHaveLength(VERSION_MAX_LENGTH);
    expect(parseNuGetVersion(text).ok).toBe(true);
  });

  it('finds every version that it normalized to be normal already', () => {
    fc.assert(
      fc.property(nugetVersions(), (version) => {
        const again = versionOf(version.normalized);
        expect(again.normalized).toBe(version.normalized);
        expect(compareNuGetVersions(again, version)).toBe(0);
      }),
    );
  });
});

describe('compareNuGetVersions', () => {
  it('sorts versions as NuGet does', () => {
    // Ascending, each strictly below the next.
    const ladder = [
      '0.0.1',
      '0.9.9.9',
      '1.0.0-0',
      '1.0.0-2',
      '1.0.0-10',
      '1.0.0--',
      '1.0.0-1a',
      '1.0.0-alpha',
      '1.0.0-alpha.1',
      '1.0.0-alpha.1.1',
      '1.0.0-alpha.2',
      '1.0.0-alpha.10',
      '1.0.0-alpha.beta',
      '1.0.0-alpha0',
      '1.0.0-beta',
      '1.0.0-beta10',
      '1.0.0-beta2',
      '1.0.0-rc',
      '1.0.0',
      '1.0.0.1-rc',
      '1.0.0.1',
      '1.0.1',
      '1.2',
      '1.10.0',
      '2',
      '10.0',
    ];
    const shuffled = ladder.toReversed().map(versionOf);
    expect(shuffled.sort(compareNuGetVersions).map(({ original }) => original)).toEqual(ladder);
    for (const [index, lower] of ladder.entries()) {
      for (const higher of ladder.slice(index + 1)) {
        expect(
          compareNuGetVersions(versionOf(lower), versionOf(higher)),
          `${lower} < ${higher}`,
        ).toBeLessThan(0);
        expect(compareNuGetVersions(versionOf(higher), versionOf(lower))).toBeGreaterThan(0);
      }
    }
  });

  it.each([
    ['1', '1.0.0.0'],
    ['1.0', '1.0.0'],
    ['01.0.0', '1.0.0'],
    ['1.0.0-BETA', '1.0.0-beta'],
    ['1.0.0-rc.1', '1.0.0-RC.1'],
    ['1.0.0-01', '1.0.0-1'],
    ['1.0.0+a', '1.0.0+b'],
    ['1.0.0-rc+a', '1.0.0-rc'],
  ])('takes %s and %s for the same version', (one, other) => {
    expect(compareNuGetVersions(versionOf(one), versionOf(other))).toBe(0);
  });

  it('compares numeric labels that no JavaScript number holds', () => {
    const [lower, higher] = ['1.0.0-90071992547409930', '1.0.0-90071992547409931'].map(versionOf);
    expect(compareNuGetVersions(lower as NuGetVersion, higher as NuGetVersion)).toBeLessThan(0);
  });

  it('is a total order', () => {
    fc.assert(
      fc.property(nugetVersions(), nugetVersions(), nugetVersions(), (a, b, c) => {
        expect(compareNuGetVersions(a, a)).toBe(0);
        expect(Math.sign(compareNuGetVersions(a, b)) + Math.sign(compareNuGetVersions(b, a))).toBe(0);
        const sorted = [a, b, c].sort(compareNuGetVersions) as [NuGetVersion, NuGetVersion, NuGetVersion];
        expect(compareNuGetVersions(sorted[0], sorted[1])).toBeLessThanOrEqual(0);
        expect(compareNuGetVersions(sorted[1], sorted[2])).toBeLessThanOrEqual(0);
        expect(compareNuGetVersions(sorted[0], sorted[2])).toBeLessThanOrEqual(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('beside SemVer', () => {
  it('has the same order for three parts and labels in lower case', () => {
    const part = fc.nat(3);
    const label = fc.constantFrom(
      '',
      '-alpha',
      '-beta',
      '-beta.1',
      '-beta.2',
      '-beta.10',
      '-rc.1.x',
      '-0',
      '-1',
    );
    const text = fc
      .tuple(part, part, part, label)
      .map(([major, minor, patch, tail]) => `${major}.${minor}.${patch}${tail}`);
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(Math.sign(compareNuGetVersions(versionOf(a), versionOf(b)))).toBe(semver.compare(a, b));
      }),
    );
  });
});

describe('versionKey', () => {
  it('is one key for two spellings that differ in case, zeros or metadata', () => {
    expect(versionKey(versionOf('1.0-Beta+x'))).toBe(versionKey(versionOf('1.0.0.0-bETA')));
  });

  it('is one key exactly where NuGet sees one version, leading zeros of a label apart', () => {
    const few = nugetVersions().filter(({ prerelease }) => !prerelease.split('.').includes('01'));
    fc.assert(
      fc.property(few, few, fc.boolean(), (a, b, isRespelled) => {
        const other = isRespelled ? respelled(a) : b;
        expect(versionKey(a) === versionKey(other)).toBe(compareNuGetVersions(a, other) === 0);
      }),
      { numRuns: 500 },
    );
  });
});

/** The same version with a fourth part, in capitals, with metadata. */
function respelled({ parts, prerelease }: NuGetVersion): NuGetVersion {
  const label = prerelease === '' ? '' : `-${prerelease.toUpperCase()}`;
  return versionOf(`${parts.join('.')}${label}+again`);
}

it.each([
  ['1.0.0', false],
  ['1.0.0+beta', false],
  ['1.0.0-0', true],
])('knows whether %s is a prerelease: %s', (text, expected) => {
  expect(isPrerelease(versionOf(text))).toBe(expected);
});
