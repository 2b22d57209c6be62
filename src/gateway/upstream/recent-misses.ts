/** What was asked for elsewhere in vain, for a while: clients ask the same several times over. */

export interface RecentMisses {
  readonly has: (key: string) => boolean;
  readonly add: (key: string, forMs: number) => void;
}

/** @param limit  of how many are remembered; the oldest go first, since names come from strangers */
export function openRecentMisses(now: () => number, limit = 10_000): RecentMisses {
  const until = new Map<string, number>();
  return {
    has: (key) => {
      const untilMs = until.get(key);
      if (untilMs === undefined) return false;
      if (now() < untilMs) return true;
      until.delete(key);
      return false;
    },
    add: (key, forMs) => {
      until.delete(key);
      until.set(key, now() + forMs);
      const oldest = until.size > limit ? until.keys().next().value : undefined;
      if (oldest !== undefined) until.delete(oldest);
    },
  };
}
