import { expect, it } from 'vitest';
import { openRollingLimit } from '../../../src/gateway/upstream/rolling-limit.ts';

it('allows so many within any hour, and does not count what it forbids', () => {
  let nowMs = 0;
  const limit = openRollingLimit(2, () => nowMs);
  const at = (ms: number) => {
    nowMs = ms;
    return limit.take();
  };
  expect([at(0), at(1_000), at(2_000), at(3_599_999)]).toEqual([true, true, false, false]);
  expect([at(3_600_000), at(3_600_500), at(3_601_000)]).toEqual([true, false, true]);
});
