/**
 * How much of a package's code is followed to find its files: variables that double, lists that grow and folders that
 * are listed again in every line would have no end. What is beyond it counts as unknown.
 */

/** Characters of values and of paths looked at; the most that is known of a module in use is a twentieth of it. */
const MOST_WORK = 100_000_000;
/** Of a path as it is counted; few are longer. */
const OF_A_PATH = 100;

export class EvaluationWork {
  #left: number;

  constructor(most: number = MOST_WORK) {
    this.#left = most;
  }

  /** False from when on all is spent. */
  spend(amount: number): boolean {
    this.#left -= amount;
    return this.#left >= 0;
  }

  spendPaths(count: number): boolean {
    return this.spend(count * OF_A_PATH);
  }
}
