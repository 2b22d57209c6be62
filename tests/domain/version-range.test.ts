import { describe, expect, it } from 'vitest';
import { compareNuGetVersions } from '../../src/domain/nuget-version.ts';
import {
  ANY_VERSION,
  formatVersionRange,
  parseVersionRange,
  satisfiesRange,
  type VersionRange,
} from '../../src/domain/version-range.ts';
import fc from '../support/laws.ts';
import { nugetVersions, versionOf } from '../support/versions.ts';

describe('parseVersionRange', () => {
  it.each([
    ['', '(, )'],
    ['  ', '(, )'],
    ['1.0', '[1.0.0, )'],
    [' 1.0 ', '[1.0.0, )'],
    ['1.0.0-beta', '[1.0.0-beta, )'],
    ['[1.0]', '[1.0.0, 1.0.0]'],
    ['[1.0,1.0]', '[1.0.0, 1.0.0]'],
    ['[ 1.0 ]', '[1.0.0, 1.0.0]'],
    ['[1.0,]', '[1.0.0, )'],
    ['[1.0,)', '[1.0.0, )'],
    ['(1.0,)', '(1.0.0, )'],
    ['(1.0,]', '(1.0.0, )'],
    ['(,1.0]', '(, 1.0.0]'],
    ['[,1.0]', '(, 1.0.0]'],
    ['(,1.0)', '(, 1.0.0)'],
    ['[1.0,2.0]', '[1.0.0, 2.0.0]'],
    ['[1.0,2.0)', '[1.0.0, 2.0.0)'],
    ['(1.0,2.0]', '(1.0.0, 2.0.0]'],
    ['(1.0,2.0)', '(1.0.0, 2.0.0)'],
    ['[1.0, 2.0]', '[1.0.0, 2.0.0]'],
    ['[1.2.3.4, 1.2.3.5-rc)', '[1.2.3.4, 1.2.3.5-rc)'],
    ['(,)', '(, )'],
    ['[,]', '(, )'],
    ['(, )', '(, )'],
  ])('reads %j as %s', (text, expected) => {
    const range = parseVersionRange(text);
    expect(range.ok && formatVersionRange(range.value)).toBe(expected);
  });

  it.each([
    'latest',
    '1.*',
    '*',
    '>=1.0',
    '^1.0',
    '[1.0',
    '1.0]',
    '(1.0)',
    '[1.0)',
    '(1.0]',
    '[]',
    '()',
    '[1.0,2.0,3.0]',
    '[1.0,x]',
    '[x,1.0]',
    '[2.0,1.0]',
    '(1.0,1.0)',
    '[1.0,1.0)',
    '(1.0,1.0]',
    '{1.0}',
    '[',
    '(',
    '[1.0 2.0]',
  ])('refuses %s', (text) => {
    expect(parseVersionRange(text)).toEqual({ ok: false, problem: 'grammar' });
  });

  it('reads back every range as it was formatted', () => {
    fc.assert(
      fc.property(ranges(), (range) => {
        const text = formatVersionRange(range);
        const again = parseVersionRange(text);
        expect(again.ok && formatVersionRange(again.value)).toBe(text);
      }),
    );
  });
});

describe('satisfiesRange', () => {
  it.each([
    ['1.0', '1.0.0', true],
    ['1.0', '99.0', true],
    ['1.0', '0.9', false],
    ['1.0', '1.0.0-beta', false],
    ['[1.0]', '1.0.0.0', true],
    ['[1.0]', '1.0.0.1', false],
    ['(1.0,)', '1.0', false],
    ['(1.0,)', '1.0.0.1', true],
    ['(,2.0]', '2.0', true],
    ['(,2.0)', '2.0', false],
    ['(,2.0)', '2.0.0-beta', true],
    ['[1.0,2.0)', '1.5', true],
    ['[1.0,2.0)', '2.0', false],
    ['', '0.0.1-a', true],
  ])('%j and %s: %s', (text, version, expected) => {
    const range = parseVersionRange(text);
    expect(range.ok && satisfiesRange(versionOf(version), range.value)).toBe(expected);
  });

  it('holds every version between two that satisfy it', () => {
    fc.assert(
      fc.property(ranges(), nugetVersions(), nugetVersions(), nugetVersions(), (range, a, b, c) => {
        const [low, middle, high] = [a, b, c].sort(compareNuGetVersions);
        if (!low || !middle || !high) throw new Error('three versions were drawn');
        fc.pre(satisfiesRange(low, range) && satisfiesRange(high, range));
        expect(satisfiesRange(middle, range)).toBe(true);
      }),
    );
  });

  it('is met by every version where the range names none', () => {
    fc.assert(
      fc.property(nugetVersions(), (version) => {
        expect(satisfiesRange(version, ANY_VERSION)).toBe(true);
      }),
    );
  });

  it('is met by a bound exactly when the bound is included', () => {
    fc.assert(
      fc.property(ranges(), (range) => {
        if (range.min) expect(satisfiesRange(range.min, range)).toBe(range.isMinIncluded);
        if (range.max) expect(satisfiesRange(range.max, range)).toBe(range.isMaxIncluded);
      }),
    );
  });
});

/** Ranges that parseVersionRange can give: none is empty, and no open end is included. */
function ranges(): fc.Arbitrary<VersionRange> {
  const bound = fc.option(nugetVersions(), { nil: undefined });
  return fc.tuple(bound, bound, fc.boolean(), fc.boolean()).map(([one, other, isMin, isMax]) => {
    const isSwapped = one && other && compareNuGetVersions(one, other) > 0;
    const [min, max] = isSwapped ? [other, one] : [one, other];
    const isSingle = min && max && compareNuGetVersions(min, max) === 0;
    return {
      min,
      max,
      isMinIncluded: min !== undefined && (isMin || isSingle === true),
      isMaxIncluded: max !== undefined && (isMax || isSingle === true),
    };
  });
}
