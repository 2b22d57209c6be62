import { expect, it } from 'vitest';
import { openRecentMisses } from '../../../src/gateway/upstream/recent-misses.ts';

it('remembers for as long as it is told', () => {
  let nowMs = 0;
  const misses = openRecentMisses(() => nowMs);
  misses.add('a', 100);
  nowMs = 99;
  expect([misses.has('a'), misses.has('b')]).toEqual([true, false]);
  nowMs = 100;
  expect(misses.has('a')).toBe(false);
});

it('forgets the oldest when there are too many', () => {
  const misses = openRecentMisses(() => 0, 2);
  for (const key of ['a', 'b', 'a', 'c']) misses.add(key, 100);
  expect(['a', 'b', 'c'].filter(misses.has)).toEqual(['a', 'c']);
});
