/** Lets so many pieces of work run at once, and the others wait in the order in which they came. */

export type Turn = <T>(work: () => Promise<T>) => Promise<T>;

export function inTurn(width: number): Turn {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work) => {
    if (running >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await work();
    } finally {
      // Whoever is next takes the place over, so that nobody who comes now slips in before.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
