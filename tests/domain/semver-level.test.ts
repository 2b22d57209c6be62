import { expect, it } from 'vitest';
import { isSemVer2, understandsSemVer2 } from '../../src/domain/semver-level.ts';

it.each([
  ['1.0', false],
  ['1.0.0.5', false],
  ['1.0.0-beta1', false],
  ['1.0.0-beta-2', false],
  ['1.0.0-beta.1', true],
  ['1.0.0+build', true],
  ['1.0.0-beta+build.5', true],
])('takes %s for a version of SemVer 2: %s', (version, expected) => {
  expect(isSemVer2(version)).toBe(expected);
});

it.each([
  [undefined, false],
  ['', false],
  ['1.0.0', false],
  ['2.0.0', true],
  ['2', true],
  ['3.1', true],
  ['10.0', true],
  ['x', false],
])('takes the level %s for one that understands SemVer 2: %s', (level, expected) => {
  expect(understandsSemVer2(level)).toBe(expected);
});
