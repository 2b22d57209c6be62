/** A few at once, the others in the order in which they came, and no more than the room holds. */

export interface WaitingRoom {
  /** @returns undefined, without doing the work, when the room is full */
  readonly run: <T>(work: () => Promise<T>) => Promise<T | undefined>;
}

export function openWaitingRoom(atOnce: number, maxWaiting: number): WaitingRoom {
  const waiting: (() => void)[] = [];
  let running = 0;
  return {
    run: async (work) => {
      if (running >= atOnce) {
        if (waiting.length >= maxWaiting) return undefined;
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else {
        running++;
      }
      try {
        return await work();
      } finally {
        // The place is handed on, so that nobody who comes now can slip in before.
        const next = waiting.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
