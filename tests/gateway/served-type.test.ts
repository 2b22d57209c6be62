/** The content types of files that static hosts get wrong, and that the others are theirs. */
import { expect, it } from 'vitest';
import { servedTypeOf } from '../../src/gateway/served-type.ts';

const ATOM = 'application/atom+xml; charset=utf-8';
const XML = 'application/xml; charset=utf-8';

it.each([
  ['api/v2/index.html', XML],
  ['api/v2/$metadata', XML],
  ['api/v2/FindPackagesById()', ATOM],
  ['api/v2/FindPackagesById().html', ATOM],
  ['api/v2/Search', ATOM],
  ['api/v2/Packages', ATOM],
  ["api/v2/Packages(Id='X.Y',Version='1.0.0')", ATOM],
  ['api/v2/items/psscript/index.html', XML],
  ['api/v2/items/psscript/Search().html', ATOM],
  ['api/versions.json', 'application/json; charset=utf-8'],
  ['v3/flatcontainer/a/1.0.0/readme', 'text/markdown; charset=utf-8'],
  ['v3/flatcontainer/a/1.0.0/a.nuspec', XML],
  ['v3/flatcontainer/a/1.0.0/a.1.0.0.nupkg', 'application/octet-stream'],
  ['SHA512SUMS', 'text/plain; charset=utf-8'],
  ['index.html', 'text/html; charset=utf-8'],
])('sends %s as %s', (path, type) => {
  expect(servedTypeOf(path)).toBe(type);
});
