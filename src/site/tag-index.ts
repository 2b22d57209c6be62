/** The tags that authors give their packages, with the packages that have them. */
import { type Gallery, isPackageListed, type PackageVersion, shownVersion } from '../domain/gallery.ts';
import { authorTags } from '../domain/package-tags.ts';

export interface TagEntry {
  /** As most write it; of equal numbers the first in code point order. */
  readonly name: string;
  readonly items: readonly PackageVersion[];
}

/** Names become folders: others than these have no page, and are shown as text. */
const PAGE_TAG = /^[A-Za-z0-9][A-Za-z0-9_.+-]{0,60}$/;

function hasTagPage(tag: string): boolean {
  return PAGE_TAG.test(tag) && !tag.endsWith('.') && !/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(tag);
}

/** Of one package, so that no list of words becomes a thousand pages. Real ones have a few dozen. */
const MAX_TAGS = 200;

const built = new WeakMap<Gallery, readonly TagEntry[]>();

/** The most used first, then by name. */
export function tagIndex(gallery: Gallery): readonly TagEntry[] {
  const known = built.get(gallery);
  if (known) return known;
  const items = gallery.packages.filter(isPackageListed).map(shownVersion);
  const pairs = items.flatMap((item) =>
    authorTags(item.tags)
      .slice(0, MAX_TAGS)
      .map((tag) => ({ tag, item })),
  );
  const groups = Map.groupBy(pairs, ({ tag }) => tag.toLowerCase());
  const made = [...groups.values()]
    .map(
      (group): TagEntry => ({
        name: spelling(group.map(({ tag }) => tag)),
        items: group.map(({ item }) => item),
      }),
    )
    .filter(({ name }) => hasTagPage(name))
    .sort(
      (a, b) => b.items.length - a.items.length || (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1),
    );
  built.set(gallery, made);
  return made;
}

function spelling(tags: readonly string[]): string {
  const counts = [...Map.groupBy(tags, (tag) => tag)].map(([tag, same]) => ({ tag, count: same.length }));
  counts.sort((a, b) => b.count - a.count || (a.tag < b.tag ? -1 : 1));
  return counts[0]?.tag ?? '';
}

const shown = new WeakMap<Gallery, ReadonlySet<string>>();

/** Lower-cased names of the tags that have pages. */
export function shownTags(gallery: Gallery): ReadonlySet<string> {
  const known = shown.get(gallery) ?? new Set(tagIndex(gallery).map(({ name }) => name.toLowerCase()));
  shown.set(gallery, known);
  return known;
}
