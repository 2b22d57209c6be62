/** Types that clients meet on GitHub Pages. */
import { expect, it } from 'vitest';
import { contentTypeOf, isCompressedType } from '../../src/gateway/content-type.ts';

it.each([
  ['index.html', 'text/html; charset=utf-8', true],
  ['v3/index.json', 'application/json; charset=utf-8', true],
  ['feed.xml', 'application/xml', true],
  ['badge.svg', 'image/svg+xml', true],
  ['a/B.PNG', 'image/png', false],
  ['api/v2/Search()', 'application/octet-stream', false],
  ['api/v2/$metadata', 'application/octet-stream', false],
  ["Packages(Id='X',Version='1.0.0')", 'application/octet-stream', false],
  ['contoso.tools.1.0.0.nupkg', 'application/octet-stream', false],
  ['index.pagefind', 'application/octet-stream', false],
  ['x.constructor', 'application/octet-stream', false],
])('gives %s the type %s, compressed: %s', (path, type, isCompressed) => {
  expect(contentTypeOf(path)).toBe(type);
  expect(isCompressedType(type)).toBe(isCompressed);
});
