import { expect, it } from 'vitest';
import { sortChanges } from '../../src/publish/request/tree-change.ts';
import { pullTooManyFiles } from '../../src/rules/pull-too-many-files.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { treeChange } from '../support/request-facts.ts';

it('refuses 2,001 files', () => {
  expectOnly(sortChanges(files(2001), []).findings, pullTooManyFiles, { count: 2001, limit: 2000 });
});

it('looks at 2,000', () => {
  expect(sortChanges(files(2000), []).findings).toEqual([]);
});

function files(count: number) {
  return Array.from({ length: count }, (_, at) => treeChange(`packages-index/incoming/A/${at}.txt`));
}
