/**
 * Whoever asks for what goes through the whole gallery shares one thread with everybody else. So such work is done a short
 * while at a time, one request after the other, and between two of them the server answers what takes no time. How long a
 * request may take counts only while it has its turn: others who ask at the same moment must not make it fail.
 */
import { fail, type Result } from '../domain/result.ts';
import { openWaitingRoom } from './waiting-room.ts';

export interface ScanTurns {
  readonly begin: () => Scan;
}

/** The work of one request. */
export interface Scan {
  /**
   * @param look  says true when it has seen enough
   * @returns why it ended before everything was seen, or undefined
   */
  readonly each: <T>(items: Iterable<T>, look: (item: T) => boolean) => Promise<ScanProblem | undefined>;
  /** For work that holds much in memory: a few requests at a time, the others wait before they begin. */
  readonly holding: <T>(work: () => Promise<Result<T, ScanProblem>>) => Promise<Result<T, ScanProblem>>;
}

export interface ScanProblem {
  readonly status: 400 | 503;
  /** A sentence or two. */
  readonly message: string;
}

export interface ScanTerms {
  readonly turnMs: number;
  /** A query can be written that takes minutes. */
  readonly mostMs: number;
  /** Requests that wait for their next turn. */
  readonly mostWaiting: number;
  readonly holdAtOnce: number;
}

const TERMS: ScanTerms = { turnMs: 15, mostMs: 3_000, mostWaiting: 50, holdAtOnce: 2 };
/** The clock is looked at after so many. */
const CLOCK_EVERY = 32;

const TOO_LONG: ScanProblem = {
  status: 400,
  message: 'This query takes too long. Narrow it by an id, or ask for IsLatestVersion only.',
};
const TOO_MANY: ScanProblem = {
  status: 503,
  message: 'Too many search this gallery at this moment. Ask again in a few seconds.',
};

/** @param now  milliseconds of any clock that goes on */
export function createScanTurns(
  now: () => number,
  { turnMs, mostMs, mostWaiting, holdAtOnce }: ScanTerms = TERMS,
): ScanTurns {
  const waiting: (() => void)[] = [];
  const holders = openWaitingRoom(holdAtOnce, mostWaiting);
  let isGoing = false;
  /** What is asked of the server comes in between two timers. */
  const next = () => {
    waiting.shift()?.();
    isGoing = waiting.length > 0;
    if (isGoing) setTimeout(next, 0);
  };
  const rest = () =>
    new Promise<void>((resolve) => {
      waiting.push(resolve);
      if (!isGoing) setTimeout(next, 0);
      isGoing = true;
    });
  return {
    begin: () => {
      let usedMs = 0;
      let seenCount = 0;
      return {
        each: async (items, look) => {
          let startedAtMs = now();
          for (const item of items) {
            if (++seenCount % CLOCK_EVERY === 0) {
              const turnedMs = now() - startedAtMs;
              if (turnedMs > turnMs) {
                usedMs += turnedMs;
                if (usedMs > mostMs) return TOO_LONG;
                if (waiting.length >= mostWaiting) return TOO_MANY;
                await rest();
                startedAtMs = now();
              }
            }
            if (look(item)) break;
          }
          return undefined;
        },
        holding: async (work) => (await holders.run(work)) ?? fail(TOO_MANY),
      };
    },
  };
}
