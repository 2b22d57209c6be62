/**
 * How many packages are held in memory at once. Whoever comes when all places are taken waits, and sends nothing meanwhile.
 * Publishers take turns, and none has all places: one that sends slowly, or a hundred at once, keeps no other from publishing.
 */

export interface BodySlots {
  /**
   * Resolves when there is a place.
   * @param signal  of a client that may go away while it waits
   * @returns what gives the place back; undefined when too many wait already, or when the client went away
   */
  readonly take: (publisher: string, signal: AbortSignal) => Promise<(() => void) | undefined>;
}

/** Of all together, and of one publisher. */
export interface SlotTerms {
  readonly atOnce: number;
  readonly atOnceEach: number;
  readonly waiting: number;
  readonly waitingEach: number;
}

interface Publisher {
  held: number;
  /** When the last of its packages was let in, counted by those that were; 0 when none was. */
  enteredAt: number;
  /** In the order of their coming. */
  readonly queue: Set<() => void>;
}

export function createBodySlots({ atOnce, atOnceEach, waiting, waitingEach }: SlotTerms): BodySlots {
  // Of those that hold a place or wait for one.
  const publishers = new Map<string, Publisher>();
  let held = 0;
  let queued = 0;
  let entered = 0;

  const enter = (name: string, publisher: Publisher): (() => void) => {
    publisher.held += 1;
    held += 1;
    publisher.enteredAt = ++entered;
    publishers.set(name, publisher);
    let isHeld = true;
    // Gives its place back once, however often it is called.
    return () => {
      if (!isHeld) return;
      isHeld = false;
      publisher.held -= 1;
      held -= 1;
      forget(name, publisher);
      letNextIn();
    };
  };
  const forget = (name: string, { held, queue }: Publisher) => {
    if (held === 0 && queue.size === 0) publishers.delete(name);
  };
  const hasRoom = (publisher: Publisher) => held < atOnce && publisher.held < atOnceEach;
  const letNextIn = () => {
    const [next] = [...publishers.values()]
      .filter((one) => one.queue.size > 0 && hasRoom(one))
      .sort((a, b) => a.enteredAt - b.enteredAt);
    const [first] = next?.queue ?? [];
    first?.();
  };

  return {
    take: async (name, signal) => {
      if (signal.aborted) return undefined;
      const publisher = publishers.get(name) ?? { held: 0, enteredAt: 0, queue: new Set() };
      // With room for this one, nobody of the same name waits.
      if (hasRoom(publisher)) return enter(name, publisher);
      if (queued >= waiting || publisher.queue.size >= waitingEach) return undefined;
      publishers.set(name, publisher);
      return new Promise((resolve) => {
        const stopWaiting = () => {
          queued -= 1;
          publisher.queue.delete(come);
          signal.removeEventListener('abort', leave);
        };
        const leave = () => {
          stopWaiting();
          forget(name, publisher);
          resolve(undefined);
        };
        const come = () => {
          stopWaiting();
          resolve(enter(name, publisher));
        };
        queued += 1;
        publisher.queue.add(come);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
  };
}
