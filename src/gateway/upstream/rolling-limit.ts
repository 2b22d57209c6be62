/** How often something may happen within an hour. */

export interface RollingLimit {
  /** False when it happened too often in the last hour; it then does not count. */
  readonly take: () => boolean;
}

const HOUR_MS = 3_600_000;

export function openRollingLimit(perHour: number, now: () => number): RollingLimit {
  const times: number[] = [];
  return {
    take: () => {
      const atMs = now();
      while (times[0] !== undefined && times[0] <= atMs - HOUR_MS) times.shift();
      if (times.length >= perHour) return false;
      times.push(atMs);
      return true;
    },
  };
}
