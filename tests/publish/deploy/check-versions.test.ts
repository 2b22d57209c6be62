import { expect, it } from 'vitest';
import { checkDeployedVersions } from '../../../src/publish/deploy/check-versions.ts';
import { codesOf } from '../../support/expect-findings.ts';
import { makeVersionList } from '../../support/version-lists.ts';

const check = (deployed: Parameters<typeof makeVersionList>, built: Parameters<typeof makeVersionList>) =>
  codesOf(checkDeployedVersions(makeVersionList(...deployed), makeVersionList(...built), 'x'));

it.each([
  ['the same versions', [['A 1.0.0']], [['A 1.0.0']], []],
  ['more versions', [['A 1.0.0']], [['A 1.0.0', 'A 1.1.0', 'B 1.0.0']], []],
  ['the first build', [[]], [['A 1.0.0']], []],
  ['an id in another case', [['A 1.0.0']], [['a 1.0.0']], []],
  ['a version that is gone', [['A 1.0.0', 'A 1.1.0']], [['A 1.1.0']], ['DEPLOY_VERSION_VANISHED']],
  [
    'a package that is gone',
    [['A 1.0.0', 'A 1.1.0']],
    [['B 1.0.0']],
    Array(2).fill('DEPLOY_VERSION_VANISHED'),
  ],
  ['a removed version', [['A 1.0.0']], [[], ['A 1.0.0']], []],
  ['a removed version in another spelling', [['A 1.0.0']], [[], ['a 1.0']], []],
  ['a removal without a reason', [['A 1.0.0']], [[], ['A 1.0.0'], ' '], ['DEPLOY_VERSION_VANISHED']],
  ['a removal of another version', [['A 1.0.0']], [[], ['A 1.1.0']], ['DEPLOY_VERSION_VANISHED']],
  ['other bytes', [['A 1.0.0']], [['A 1.0.0 other']], ['DEPLOY_VERSION_CHANGED']],
  ['a removal that is forgotten', [[], ['A 1.0.0']], [['B 1.0.0']], ['DEPLOY_REMOVAL_LOST']],
  ['a removed version that is back', [[], ['A 1.0.0']], [['A 1.0.0']], ['DEPLOY_REMOVAL_LOST']],
] as const)('decides on %s', (_, deployed, built, codes) => {
  expect(check(deployed as never as [readonly string[]], built as never as [readonly string[]])).toEqual(
    codes,
  );
});

// One by one they would be ten thousand million comparisons, for which no test has the time.
it('compares 100,000 versions', () => {
  const list = makeVersionList(Array.from({ length: 100_000 }, (_, index) => `P${index} 1.0.0`));
  expect(checkDeployedVersions(list, list, 'x')).toEqual([]);
});
