/**
 * Where packages are by their names in any case, for the page that is shown when an address leads nowhere. Cut into
 * small files by the first letters, so that one question costs one small file.
 */
import { type Gallery, shownVersion } from '../domain/gallery.ts';

/** Key → the address of the package below `packages/`, and its versions. */
export type NameShard = Readonly<
  Record<string, { readonly id: string; readonly versions: readonly string[] }>
>;

/** Two letters or digits; others count as one. */
export function shardName(key: string): string {
  return key
    .toLowerCase()
    .slice(0, 2)
    .replace(/[^a-z0-9]/g, '_')
    .padEnd(2, '_');
}

/** Unlisted packages among them: their pages work by direct address. */
export function nameShards(gallery: Gallery): ReadonlyMap<string, NameShard> {
  const shards = Map.groupBy(gallery.packages, ({ key }) => shardName(key));
  return new Map(
    [...shards].map(([name, packages]) => [
      name,
      Object.fromEntries(
        packages.map((item) => {
          const shown = shownVersion(item);
          const versions = item.versions.filter((version) => version.isListed || version === shown);
          return [item.key, { id: item.id, versions: versions.map(({ version }) => version.normalized) }];
        }),
      ),
    ]),
  );
}
