import { expect, it } from 'vitest';
import { sortChanges } from '../../src/publish/request/tree-change.ts';
import { pullOutsideIndex } from '../../src/rules/pull-outside-index.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { treeChange } from '../support/request-facts.ts';

it('holds what lies beside the packages for a maintainer', () => {
  expectOnly(
    sortChanges([treeChange('README.md'), treeChange('.github/workflows/x.yml')], []).findings,
    pullOutsideIndex,
    {
      paths: ['README.md', '.github/workflows/x.yml'],
    },
  );
});

it('lets records pass', () => {
  expect(sortChanges([treeChange('packages-index/packages/A.yaml')], []).findings).toEqual([]);
});
