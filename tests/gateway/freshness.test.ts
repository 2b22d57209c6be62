/** When a client may keep what it holds. */
import { expect, it } from 'vitest';
import { isStillFresh, validatorsOf } from '../../src/gateway/freshness.ts';

const held = validatorsOf({ sizeBytes: 255, modifiedAtMs: 1_700_000_000_999 });

it('names a file by its time and its size', () => {
  expect(held).toEqual({ etag: '"18bcfe56be7-ff"', modifiedAtSeconds: 1_700_000_000 });
});

it.each([
  [held.etag, undefined, true],
  [`W/${held.etag}`, undefined, true],
  [`"x", W/${held.etag}`, undefined, true],
  ['*', undefined, true],
  ['"x"', undefined, false],
  ['"x"', 'Tue, 14 Nov 2023 22:13:20 GMT', false],
  [undefined, 'Tue, 14 Nov 2023 22:13:20 GMT', true],
  [undefined, 'Tue, 14 Nov 2023 22:13:19 GMT', false],
  [undefined, 'yesterday', false],
  [undefined, undefined, false],
])(
  'with If-None-Match %j and If-Modified-Since %j it is fresh: %s',
  (ifNoneMatch, ifModifiedSince, isFresh) => {
    expect(isStillFresh({ ifNoneMatch, ifModifiedSince }, held)).toBe(isFresh);
  },
);
