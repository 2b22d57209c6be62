import { describe, expect, it } from 'vitest';
import { createKeyThrottle } from '../../../src/gateway/push/key-throttle.ts';

const MINUTE_MS = 60_000;
const TERMS = { refusals: 3, windowMs: 10 * MINUTE_MS, maxAddresses: 100 };

describe('an address', () => {
  it('is turned away after so many refusals, until their window ends', () => {
    const throttle = createKeyThrottle(TERMS);
    for (const atMs of [0, MINUTE_MS]) throttle.note('192.0.2.1', atMs);
    expect(throttle.waitSeconds('192.0.2.1', MINUTE_MS)).toBe(0);
    throttle.note('192.0.2.1', 2 * MINUTE_MS);
    expect(throttle.waitSeconds('192.0.2.1', 2 * MINUTE_MS)).toBe(480);
    expect(throttle.waitSeconds('192.0.2.1', 10 * MINUTE_MS - 1)).toBe(1);
    expect(throttle.waitSeconds('192.0.2.1', 10 * MINUTE_MS)).toBe(0);
    throttle.note('192.0.2.1', 10 * MINUTE_MS);
    expect(throttle.waitSeconds('192.0.2.1', 10 * MINUTE_MS)).toBe(0);
  });

  it('answers for itself alone', () => {
    const throttle = createKeyThrottle(TERMS);
    for (let count = 0; count < 5; count++) throttle.note('192.0.2.1', 0);
    expect(throttle.waitSeconds('192.0.2.2', 0)).toBe(0);
  });

  it('is turned away after 20 within 10 minutes unless told otherwise', () => {
    const throttle = createKeyThrottle();
    for (let count = 0; count < 19; count++) throttle.note('a', 0);
    expect(throttle.waitSeconds('a', 0)).toBe(0);
    throttle.note('a', 0);
    expect(throttle.waitSeconds('a', 0)).toBe(600);
  });

  it('is forgotten when there are too many, the oldest first', () => {
    const throttle = createKeyThrottle(TERMS);
    for (let number = 0; number <= 100; number++) {
      for (let count = 0; count < 3; count++) throttle.note(`address ${number}`, number);
    }
    expect(throttle.waitSeconds('address 0', 100)).toBe(0);
    expect(throttle.waitSeconds('address 1', 100)).toBeGreaterThan(0);
    expect(throttle.waitSeconds('address 100', 100)).toBeGreaterThan(0);
  });
});
