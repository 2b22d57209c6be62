import { expect, it } from 'vitest';
import { v2File, v2Listing } from '../../../src/feed/v2/hosting.ts';

it.each([
  ['html', ['a/X().html', 'b/X().html']],
  ['extensionless', ['a/X()', 'b/X()']],
  ['both', ['a/X().html', 'a/X()', 'b/X().html', 'b/X()']],
  ['gateway', ['a/X().html', 'b/X().html']],
] as const)('writes an address for a %s host as %j', (hosting, expected) => {
  const file = v2File(hosting, 'a/X()', '<x/>', ['b/X()']);
  const listing = v2Listing(hosting, 'a/X()', ['<x/>'], ['b/X()']);
  expect([file.path, ...(file.alsoAt ?? [])]).toEqual(expected);
  expect([listing.path, ...(listing.alsoAt ?? [])]).toEqual(expected);
});
