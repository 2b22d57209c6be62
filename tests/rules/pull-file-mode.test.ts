import { expect, it } from 'vitest';
import { sortChanges } from '../../src/publish/request/tree-change.ts';
import { pullFileMode } from '../../src/rules/pull-file-mode.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { treeChange } from '../support/request-facts.ts';

it('refuses a symbolic link', () => {
  expectOnly(
    sortChanges([treeChange('packages-index/blobs/A.1.0.0.nupkg', { mode: '120000' })], []).findings,
    pullFileMode,
    { mode: '120000', what: 'a symbolic link' },
  );
});

it('takes a plain file', () => {
  expect(sortChanges([treeChange('packages-index/blobs/A.1.0.0.nupkg')], []).findings).toEqual([]);
});
