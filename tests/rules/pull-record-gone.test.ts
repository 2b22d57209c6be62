import { expect, it } from 'vitest';
import { sortChanges } from '../../src/publish/request/tree-change.ts';
import { pullRecordGone } from '../../src/rules/pull-record-gone.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { treeChange } from '../support/request-facts.ts';

it('refuses that a record is deleted', () => {
  expectOnly(
    sortChanges([treeChange('packages-index/packages/A.yaml', { kind: 'gone' })], []).findings,
    pullRecordGone,
    {},
  );
});

it('lets a record change', () => {
  expect(
    sortChanges([treeChange('packages-index/packages/A.yaml', { kind: 'changed' })], []).findings,
  ).toEqual([]);
});
