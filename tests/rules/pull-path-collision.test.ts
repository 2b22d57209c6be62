import { expect, it } from 'vitest';
import { sortChanges } from '../../src/publish/request/tree-change.ts';
import { pullPathCollision } from '../../src/rules/pull-path-collision.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { treeChange } from '../support/request-facts.ts';

it('refuses a name that is there in other letters', () => {
  expectOnly(
    sortChanges([treeChange('packages-index/packages/a.yaml')], ['packages-index/packages/A.yaml']).findings,
    pullPathCollision,
    {
      other: 'packages-index/packages/A.yaml',
    },
  );
});

it('lets a change of the same file pass', () => {
  expect(
    sortChanges(
      [treeChange('packages-index/packages/A.yaml', { kind: 'changed' })],
      ['packages-index/packages/A.yaml'],
    ).findings,
  ).toEqual([]);
});
