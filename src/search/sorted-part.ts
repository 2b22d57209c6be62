/** A sorted list cut into files of a few kilobytes, so that a name costs one small download in a gallery of any size. */
import type { PartHead, PartName, ShardFile } from './index-format.ts';

export interface PartEntry {
  /** Folded: what the list is sorted by. */
  readonly key: string;
  /** What the file shows for it. */
  readonly name: string;
  /** Of writeNumbers. */
  readonly data: string;
}

export interface CutLimits {
  readonly names: number;
  /** Of keys and data, in characters. */
  readonly length: number;
}

/** A list that is no longer stays in one file. */
const SMALL_LENGTH = 48_000;
/** More fences than that have a file of their own, so that the first file stays small. */
const FENCES_INLINE = 48;

export interface CutPart {
  readonly head: PartHead;
  /** Absent when they stand in the head. */
  readonly fences: readonly string[] | undefined;
  /** Made one at a time: all of them are as much text as the list itself. */
  readonly shards: Iterable<Omit<ShardFile, 'of'>>;
}

/** @param entries  sorted by key */
export function cutPart(entries: readonly PartEntry[], limits: CutLimits): CutPart {
  const lengthOf = ({ name, data }: PartEntry) => name.length + data.length + 4;
  const total = entries.reduce((sum, entry) => sum + lengthOf(entry), 0);
  const isSmall = total <= SMALL_LENGTH && entries.length <= limits.names * 4;
  const shards: PartEntry[][] = [[]];
  const fences: string[] = [];
  let length = 0;
  entries.forEach((entry, at) => {
    const shard = shards.at(-1);
    const isFull =
      shard !== undefined && (shard.length >= limits.names || length + lengthOf(entry) > limits.length);
    if (!isSmall && isFull && shard.length > 0) {
      fences.push(fenceBetween(entries[at - 1]?.key ?? '', entry.key));
      shards.push([entry]);
      length = 0;
    } else shard?.push(entry);
    length += lengthOf(entry);
  });
  const isInline = fences.length <= FENCES_INLINE;
  return {
    head: { shards: shards.length, ...(isInline && { fences }) },
    fences: isInline ? undefined : fences,
    shards: shardFiles(shards),
  };
}

function* shardFiles(shards: readonly (readonly PartEntry[])[]): Generator<Omit<ShardFile, 'of'>, void> {
  for (const shard of shards) {
    yield { keys: shard.map(({ name }) => name), data: shard.map(({ data }) => data).join(' ') };
  }
}

/** The shortest text that is greater than the one and not greater than the other. */
function fenceBetween(before: string, after: string): string {
  let length = 0;
  while (length < after.length && before[length] === after[length]) length++;
  return after.slice(0, length + 1);
}

export function partFile(part: PartName, shard: number): string {
  return `${part}/${shard}.json`;
}

export function fenceFile(part: PartName): string {
  return `${part}/fences.json`;
}

/** By code units, as the reader compares them. */
export function sortEntries(entries: PartEntry[]): PartEntry[] {
  return entries.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.name < b.name ? -1 : 1));
}
