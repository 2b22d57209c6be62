/**
 * The order in which PSResourceGet installs exactly the version it was asked for. It takes the first item of a
 * registration whose packageContent contains the version as a piece of text, so 1.0.0 beside 11.0.0 gets the
 * wrong package. Extra items ahead of the others, each with its own packageContent, are found first instead.
 */
import type { PackageVersion } from '../../domain/gallery.ts';

export interface ExactOrder {
  /** Versions to repeat first, unlisted, in this order. */
  readonly extra: readonly PackageVersion[];
  /** All versions, descending. */
  readonly items: readonly PackageVersion[];
  /** False where contents contain each other's versions in a circle, so that no order finds all of them. */
  readonly isExact: boolean;
}

/**
 * @param versions  of one id, ascending
 * @param contentOf  the packageContent under which an item will stand
 */
export function exactOrder(
  versions: readonly PackageVersion[],
  contentOf: (item: PackageVersion) => string,
): ExactOrder {
  const items = versions.toReversed();
  if (items.length < 2) return { extra: [], items, isExact: true };
  const contents = new Map(items.map((item) => [item, contentOf(item)]));
  /** Whether a search for `sought` would stop at `item`. */
  const stops = (item: PackageVersion, sought: PackageVersion) =>
    contents.get(item)?.includes(sought.version.normalized) ?? false;
  const extra = new Set<PackageVersion>();
  items.forEach((sought, index) => {
    if (items.slice(0, index).some((item) => stops(item, sought))) extra.add(sought);
  });
  // An extra item may itself contain another version, which then needs its own place ahead. A Set visits what is added.
  for (const item of extra) {
    for (const sought of items) if (sought !== item && stops(item, sought)) extra.add(sought);
  }
  return { ...inOrder([...extra], stops), items };
}

/** Each before those that would be found in its stead; the shortest first where a circle leaves no choice. */
function inOrder(
  extra: readonly PackageVersion[],
  stops: (item: PackageVersion, sought: PackageVersion) => boolean,
): Pick<ExactOrder, 'extra' | 'isExact'> {
  const waiting = [...extra].sort((a, b) => a.version.normalized.length - b.version.normalized.length);
  const ordered: PackageVersion[] = [];
  let isExact = true;
  while (waiting.length > 0) {
    const free = waiting.findIndex((item) =>
      waiting.every((sought) => sought === item || !stops(item, sought)),
    );
    if (free < 0) isExact = false;
    ordered.push(...waiting.splice(Math.max(free, 0), 1));
  }
  return { extra: ordered, isExact };
}
