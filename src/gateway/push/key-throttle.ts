/**
 * How often one address may show keys that do not count. A key has 256 bits and is not guessed; this keeps a pipeline with
 * an outdated key, or a program that tries, from filling logs and from asking at full speed. It turns away what is refused
 * anyhow: behind a proxy or in one office, others with right keys have the same address.
 */

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

/** Whoever has one address of IPv6 has the other 2^64 of its network too. */
export function addressGroup(address: string): string {
  const text = address.slice(0, 100).toLowerCase();
  const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/.exec(text)?.[1];
  if (mapped !== undefined) return mapped;
  if (!text.includes(':')) return text;
  const [head = '', tail] = text.split('::');
  const before = head.split(':').filter((part) => part !== '');
  const after = (tail ?? '').split(':').filter((part) => part !== '');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  const all = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
