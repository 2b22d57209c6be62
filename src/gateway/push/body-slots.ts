/** How many packages are held in memory at once. Whoever comes when all places are taken waits, and sends nothing meanwhile. */

export interface BodySlots {
  /**
   * Resolves when there is a place.
   * @param signal  of a client that may go away while it waits
   * @returns what gives the place back; undefined when too many wait already, or when the client went away
   */
  readonly take: (signal: AbortSignal) => Promise<(() => void) | undefined>;
}

export interface SlotTerms {
  readonly atOnce: number;
  readonly waiting: number;
}

export function createBodySlots({ atOnce, waiting }: SlotTerms): BodySlots {
  let taken = 0;
  // In the order of their coming.
  const queue = new Set<() => void>();
  /** Gives its place back once, however often it is called. */
  const makeRelease = () => {
    let isHeld = true;
    return () => {
      if (!isHeld) return;
      isHeld = false;
      taken -= 1;
      const [next] = queue;
      next?.();
    };
  };
  return {
    take: async (signal) => {
      if (signal.aborted) return undefined;
      if (taken < atOnce) {
        taken += 1;
        return makeRelease();
      }
      if (queue.size >= waiting) return undefined;
      return new Promise((resolve) => {
        const leave = () => {
          queue.delete(enter);
          resolve(undefined);
        };
        const enter = () => {
          queue.delete(enter);
          signal.removeEventListener('abort', leave);
          taken += 1;
          resolve(makeRelease());
        };
        queue.add(enter);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
