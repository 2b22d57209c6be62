import { expect, it } from 'vitest';
import { sortChanges } from '../../src/publish/request/tree-change.ts';
import { pullTooManyPackages } from '../../src/rules/pull-too-many-packages.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { treeChange } from '../support/request-facts.ts';

const packages = (count: number) =>
  Array.from({ length: count }, (_, at) =>
    treeChange(`packages-index/${at % 2 === 0 ? `blobs/${at}.nupkg` : `incoming/M${at}/M.psd1`}`),
  );

it('refuses more packages than are looked at together, and opens none', () => {
  const sorted = sortChanges(packages(101), []);
  expectOnly(sorted.findings, pullTooManyPackages, { count: 101, limit: 100 });
  expect([sorted.blobs, sorted.incoming.size]).toEqual([[], 0]);
});

it('looks at a hundred', () => {
  expect(sortChanges(packages(100), []).findings).toEqual([]);
});
