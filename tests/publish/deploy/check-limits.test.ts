import { describe, expect, it } from 'vitest';
import { checkPagesLimits, formatBytes } from '../../../src/publish/deploy/check-limits.ts';
import { codesOf } from '../../support/expect-findings.ts';

const LIMITS = { siteBytes: 1000, fileBytes: 500, deploySeconds: 10 };
const files = (sizes: readonly number[], name = 'x.json') =>
  sizes.map((sizeBytes, index) => ({ path: `${index}/${name}`, kind: 'file', sizeBytes }) as const);
const check = (sizes: readonly number[], name?: string) =>
  codesOf(checkPagesLimits(files(sizes, name), 'dist/', 'github-pages', LIMITS));

describe('the limits of GitHub Pages', () => {
  it.each([
    [[300, 300], []],
    [[399, 399, 1], []],
    [[399, 399, 2], ['DEPLOY_NEARLY_TOO_LARGE']],
    [[399, 399, 202], ['DEPLOY_NEARLY_TOO_LARGE']],
    [[399, 399, 203], ['DEPLOY_TOO_LARGE']],
    [[400], ['DEPLOY_FILE_NEARLY_TOO_LARGE']],
    [[500], ['DEPLOY_FILE_NEARLY_TOO_LARGE']],
    [[501], ['DEPLOY_FILE_TOO_LARGE']],
  ])('of %j are told as %j', (sizes, codes) => {
    expect(check(sizes)).toEqual(codes);
  });

  it.each([
    [799, []],
    [800, ['DEPLOY_MANY_FILES']],
  ])('may be missed in time with %d files: %j', (count, codes) => {
    expect(check(Array<number>(count).fill(0))).toEqual(codes);
  });

  it('are no worry for a package that is large and stays so', () => {
    expect(check([450], 'a.nupkg')).toEqual([]);
    expect(check([501], 'a.nupkg')).toEqual(['DEPLOY_FILE_TOO_LARGE']);
  });

  it('are notes for other hosts', () => {
    const findings = checkPagesLimits(files([600, 600]), 'dist/', 'any', LIMITS);
    expect(findings.map(({ severity }) => severity)).toEqual(['note', 'note', 'note']);
  });
});

it.each([
  [900, '1 kB'],
  [12_345_678, '12 MB'],
  [1_073_741_824, '1.07 GB'],
])('writes %d bytes as %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
