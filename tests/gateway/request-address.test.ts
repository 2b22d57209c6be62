/** Where requests point, below the base. */
import { expect, it } from 'vitest';
import { parseRequestAddress, pathWithin } from '../../src/gateway/request-address.ts';

it.each([
  ['/', '/', { kind: 'inside', path: '' }],
  ['/a/b', '/', { kind: 'inside', path: 'a/b' }],
  ['/repo/a', '/repo/', { kind: 'inside', path: 'a' }],
  ['/repo', '/repo/', { kind: 'outside' }],
  ['/other/a', '/repo/', { kind: 'outside' }],
  ['/Packages(Id=%27X%27)', '/', { kind: 'inside', path: "Packages(Id='X')" }],
  ['/%00', '/', { kind: 'malformed' }],
  ['/%e4', '/', { kind: 'malformed' }],
])('reads %s below %s', (pathname, base, expected) => {
  expect(parseRequestAddress(pathname, base)).toEqual(expected);
});

it.each([
  ['api/v2', ''],
  ['api/v2/', ''],
  ['api/v2/Search()', 'Search()'],
  ['api/v20', undefined],
  ['api', undefined],
  ['', undefined],
])('finds what %j is within api/v2/', (path, expected) => {
  expect(pathWithin(path, 'api/v2/')).toBe(expected);
});
