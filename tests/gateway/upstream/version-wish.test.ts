import { describe, expect, it } from 'vitest';
import { chooseVersion, formatWish, wishOfFilter } from '../../../src/gateway/upstream/version-wish.ts';
import { versionOf } from '../../support/versions.ts';

describe('the wish of a filter', () => {
  it.each([
    ['', '(, )'],
    ["Id eq 'X' and IsAbsoluteLatestVersion eq true", '(, )'],
    ["Id eq 'X' and NormalizedVersion eq '1.0'", '1.0.0'],
    ["Version eq '2.0.0-Beta' and Id eq 'X'", '2.0.0-beta'],
    ["NormalizedVersion gt '1.0.0' and NormalizedVersion le '3.0.9'", '(1.0.0, 3.0.9]'],
    ["normalizedversion GE '1.0.0'", '[1.0.0, )'],
    ["NormalizedVersion eq '1.0' or NormalizedVersion eq '2.0'", '(, )'],
    ["not NormalizedVersion eq '1.0'", '(, )'],
    ["NormalizedVersion ge 'new'", '(, )'],
    ["PowerShellVersion eq '5.1'", '(, )'],
    [`NormalizedVersion eq '1.0' and ${'x'.repeat(3_000)}`, '(, )'],
  ])('%s is %s', (filter, expected) => {
    expect(formatWish(wishOfFilter(filter))).toBe(expected);
  });

  it('is read in a moment, however it is made', () => {
    const hostile = "Version ge '1' ".repeat(5_000) + "'".repeat(5_000);
    expect(formatWish(wishOfFilter(hostile))).toBe('(, )');
  });
});

describe('the version that answers it', () => {
  const versions = ['1.0.0', '2.5.0', '2.0', '3.0.0-rc', '1.10.0'].map(versionOf);

  it.each([
    ['', '2.5.0'],
    ["Version eq '2.0.0.0'", '2.0.0'],
    ["Version eq '3.0.0-RC'", '3.0.0-rc'],
    ["Version lt '2.0.0'", '1.10.0'],
    ["Version ge '3.0.0-alpha'", undefined],
    ["Version eq '9.0'", undefined],
  ])('of %j is %s', (filter, expected) => {
    expect(chooseVersion(versions, wishOfFilter(filter))?.normalized).toBe(expected);
  });
});
