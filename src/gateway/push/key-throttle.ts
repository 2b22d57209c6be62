/**
 * How often one address may show keys that do not count. A key has 256 bits and is not guessed; this keeps a pipeline with
 * an outdated key, or a program that tries, from filling logs and from asking at full speed. It turns away what is refused
 * anyhow: behind a proxy or in one office, others with right keys have the same address.
 */

import { addressGroup } from '../address-group.ts';

export interface KeyThrottle {
  /** One more refusal. @param nowMs  milliseconds of Unix time */
  readonly note: (address: string, nowMs: number) => void;
  /** For how long refusals of this address are answered with 429; 0 when they are not. */
  readonly waitSeconds: (address: string, nowMs: number) => number;
}

export interface ThrottleTerms {
  readonly refusals: number;
  /** Counted from the first refusal on; after that an address begins anew. */
  readonly windowMs: number;
  /** The oldest are forgotten first. */
  readonly maxAddresses: number;
}

const TERMS: ThrottleTerms = { refusals: 20, windowMs: 600_000, maxAddresses: 10_000 };

interface Count {
  readonly sinceMs: number;
  readonly refusals: number;
}

export function createKeyThrottle(terms: ThrottleTerms = TERMS): KeyThrottle {
  // In the order of their beginnings.
  const counts = new Map<string, Count>();
  const countOf = (group: string, nowMs: number): Count | undefined => {
    const count = counts.get(group);
    return count && nowMs - count.sinceMs < terms.windowMs ? count : undefined;
  };
  return {
    note: (address, nowMs) => {
      const group = addressGroup(address);
      const count = countOf(group, nowMs);
      if (count) counts.set(group, { ...count, refusals: count.refusals + 1 });
      else {
        counts.delete(group);
        counts.set(group, { sinceMs: nowMs, refusals: 1 });
      }
      for (const oldest of counts.keys()) {
        if (counts.size <= terms.maxAddresses) break;
        counts.delete(oldest);
      }
    },
    waitSeconds: (address, nowMs) => {
      const count = countOf(addressGroup(address), nowMs);
      if (!count || count.refusals < terms.refusals) return 0;
      return Math.max(1, Math.ceil((count.sinceMs + terms.windowMs - nowMs) / 1000));
    },
  };
}
