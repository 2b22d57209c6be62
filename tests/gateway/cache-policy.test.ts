/** What may be kept, and by whom. */
import { expect, it } from 'vitest';
import {
  defaultCacheControl,
  fileCacheControl,
  privateCacheControl,
} from '../../src/gateway/cache-policy.ts';

it.each([
  ['v3/flatcontainer/a/1.0.0/a.1.0.0.nupkg', 'public, max-age=31536000, immutable'],
  ['_astro/x.js', 'public, max-age=31536000, immutable'],
  ['v3/flatcontainer/a/index.json', 'no-cache'],
  ['x.nupkg', 'no-cache'],
  ['docs/_astro/x.js', 'no-cache'],
  ['index.html', 'no-cache'],
])('keeps the file %s as %s', (path, expected) => {
  expect(fileCacheControl(path)).toBe(expected);
});

it.each([
  [200, 'no-cache'],
  [404, 'no-cache'],
  [401, 'no-store'],
  [429, 'no-store'],
  [500, 'no-store'],
])('keeps an answer with %i as %s unless its part says otherwise', (status, expected) => {
  expect(defaultCacheControl(status)).toBe(expected);
});

it.each([
  ['public, max-age=31536000, immutable', 'private, max-age=31536000, immutable'],
  ['no-cache', 'private, no-cache'],
  ['private, no-store', 'private, no-store'],
  ['Public,s-maxage=5', 'private'],
])('turns %s into %s for a private gallery', (value, expected) => {
  expect(privateCacheControl(value)).toBe(expected);
});
