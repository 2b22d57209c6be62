/** What is kept, what goes first, and that nothing is made twice at once. */
import { expect, it } from 'vitest';
import { createByteCache } from '../../../src/gateway/node/byte-cache.ts';

const bytes = (length: number) => async () => new Uint8Array(length);

it('gives back what was made for the same stamp, and forgets an older one', async () => {
  const cache = createByteCache({ maxBytes: 10_000, maxEntryBytes: 1000 });
  const made = await cache.getOrMake('a', '1', bytes(10));
  expect(cache.get('a', '1')).toBe(made);
  expect(cache.get('a', '2')).toBeUndefined();
  expect(cache.get('a', '1')).toBeUndefined();
  expect(cache.sizeBytes()).toBe(0);
});

it('drops what was asked for longest ago', async () => {
  const cache = createByteCache({ maxBytes: 3000, maxEntryBytes: 1000 });
  await cache.getOrMake('a', '1', bytes(900));
  await cache.getOrMake('b', '1', bytes(900));
  cache.get('a', '1');
  await cache.getOrMake('c', '1', bytes(900));
  expect(['a', 'b', 'c'].filter((key) => cache.get(key, '1'))).toEqual(['a', 'c']);
  expect(cache.sizeBytes()).toBeLessThanOrEqual(3000);
});

it('keeps nothing above the limit of one entry', async () => {
  const cache = createByteCache({ maxBytes: 10_000, maxEntryBytes: 100 });
  expect(await cache.getOrMake('a', '1', bytes(101))).toHaveLength(101);
  expect(cache.get('a', '1')).toBeUndefined();
});

it('makes once what many ask for at the same time', async () => {
  const cache = createByteCache({ maxBytes: 10_000, maxEntryBytes: 100 });
  let made = 0;
  const make = async () => {
    made++;
    return new Uint8Array(1);
  };
  await Promise.all([cache.getOrMake('a', '1', make), cache.getOrMake('a', '1', make)]);
  expect(made).toBe(1);
});

it('tries again after what was made failed', async () => {
  const cache = createByteCache({ maxBytes: 10_000, maxEntryBytes: 100 });
  await expect(cache.getOrMake('a', '1', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await cache.getOrMake('a', '1', bytes(3))).toHaveLength(3);
});
