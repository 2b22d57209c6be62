/** Reads one sorted list of the index, as few of its files as will do. */
import type { FenceFile, PartHead, PartName, ShardFile, Stamped } from './index-format.ts';
import { fenceFile, partFile } from './sorted-part.ts';

export interface PartRow {
  /** Folded. */
  readonly key: string;
  readonly name: string;
  /** Text of numbers. */
  readonly data: string;
  /** The file that it is in, and where. */
  readonly file: number;
  readonly at: number;
}

export interface SearchPart {
  /** Rows whose key starts with the text; '' for all. */
  readonly startingWith: (prefix: string) => Promise<readonly PartRow[]>;
  /** Rows with this key. */
  readonly equalTo: (key: string) => Promise<readonly PartRow[]>;
  /** How many files `startingWith` reads. */
  readonly filesOf: (prefix: string) => Promise<number>;
  /** All rows of the one file in which the key would stand: its neighbours. */
  readonly around: (key: string) => Promise<readonly PartRow[]>;
}

/** Greater than every key that starts with the prefix. */
const AFTER_ALL = '\u{10FFFF}';

/** Keys from the one text to before the other. */
interface Range {
  readonly from: string;
  readonly to: string;
}

/** Keys that start so. */
export function rangeOf(prefix: string): Range {
  return { from: prefix, to: prefix + AFTER_ALL };
}

/**
 * @param load  a file below the generation
 * @param keyOf  the key of a row, from what the file holds of it
 */
export function openPart(
  name: PartName,
  head: PartHead,
  load: <T extends Stamped>(path: string) => Promise<T>,
  keyOf: (row: { readonly name: string; readonly data: string }) => string,
): SearchPart {
  const files = new Map<number, Promise<readonly PartRow[]>>();

  let known: Promise<readonly string[]> | undefined;

  const fences = (): Promise<readonly string[]> => {
    if (known) return known;
    const read = head.fences
      ? Promise.resolve(head.fences)
      : load<FenceFile>(fenceFile(name)).then((file) => file.fences);
    known = read;
    read.catch(() => (known = undefined));
    return read;
  };

  const file = (number: number): Promise<readonly PartRow[]> => {
    let rows = files.get(number);
    if (!rows) {
      rows = readShard(number);
      files.set(number, rows);
      // What failed is asked for again.
      rows.catch(() => files.delete(number));
    }
    return rows;
  };

  const readShard = async (number: number): Promise<readonly PartRow[]> => {
    const { keys, data } = await load<ShardFile>(partFile(name, number));
    const texts = data.split(' ');
    return keys.map((one, at) => {
      const row = { name: one, data: texts[at] ?? '' };
      return { ...row, key: keyOf(row), file: number, at };
    });
  };

  /** First and last file in which keys of the range may stand. */
  const reach = async ({ from, to }: Range): Promise<readonly [number, number]> => {
    const all = await fences();
    return [lowerBound(all, from), lowerBound(all, to)];
  };

  const range = async ({ from, to }: Range): Promise<readonly PartRow[]> => {
    const [first, last] = await reach({ from, to });
    const shards = await Promise.all(Array.from({ length: last - first + 1 }, (_, at) => file(first + at)));
    return shards.flat().filter(({ key }) => key >= from && key < to);
  };

  return {
    startingWith: (prefix) => range(rangeOf(prefix)),
    equalTo: (key) => range({ from: key, to: `${key}\0` }),
    filesOf: async (prefix) => {
      const [first, last] = await reach(rangeOf(prefix));
      return last - first + 1;
    },
    around: async (key) => {
      const [first] = await reach({ from: key, to: key });
      return file(first);
    },
  };
}

/** How many fences are less than the key: the number of the first file in which it may stand. */
export function lowerBound(fences: readonly string[], key: string): number {
  let [low, high] = [0, fences.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((fences[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
