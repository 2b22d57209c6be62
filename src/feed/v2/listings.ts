/**
 * The V2 addresses that list packages. A static host ignores the query, so each holds all that any query could ask
 * for and the client filters: PowerShellGet 2 filters FindPackagesById() fully, but Search() hardly at all.
 */
import type { Gallery, Package, PackageVersion } from '../../domain/gallery.ts';
import type { ListingFile } from '../../domain/output-file.ts';
import { packageKey } from '../../domain/package-id.ts';
import { V2_ROOT, V2_SCRIPT_ROOT } from '../urls.ts';
import { EMPTY_FEED_UPDATED_AT, renderV2Feed } from './feed-document.ts';
import { v2Listing } from './hosting.ts';
import { renderV2Version, type V2Context } from './version-entry.ts';

interface Listed {
  readonly owner: Package;
  readonly item: PackageVersion;
}

/** Search(), FindPackagesById() and Packages(), under the root and under the psscript source. */
export function* renderV2Listings(context: V2Context): Iterable<ListingFile> {
  const { gallery } = context;
  const modules = gallery.packages.filter((item) => item.kind === 'module');
  const scripts = gallery.packages.filter((item) => item.kind === 'script');
  const entries = new Map<PackageVersion, string>();
  const entryOf = ({ owner, item }: Listed) => {
    const text = entries.get(item) ?? renderV2Version(context, owner, item);
    entries.set(item, text);
    return text;
  };
  const list = (root: string, name: string, listed: readonly Listed[], alsoAt: string[] = []) =>
    v2Listing(
      gallery.settings.hosting,
      `${root}${name}`,
      renderV2Feed(context.prefixes, {
        url: context.urls.absolute(`${root}${name}`),
        title: name.replace('()', ''),
        base: context.urls.absolute(root),
        updatedAt: newest(listed),
        entries: listed.map(entryOf),
      }),
      alsoAt.map((other) => `${root}${other}`),
    );
  const find = 'FindPackagesById()';
  yield list(V2_ROOT, 'Search()', latestOf(modules));
  yield list(V2_ROOT, find, versionsOf(modules));
  yield list(V2_ROOT, 'Packages()', versionsOf(gallery.packages), ['Packages']);
  yield list(V2_SCRIPT_ROOT, 'Search()', latestOf(scripts));
  // PowerShellGet 2 looks for the modules that a script requires in the script source, too.
  yield list(V2_SCRIPT_ROOT, find, versionsOf(withRequired(gallery, scripts)));
  yield list(V2_SCRIPT_ROOT, 'Packages()', versionsOf(scripts), ['Packages']);
}

/** One entry an id, its latest stable listed version: PowerShellGet 2 shows whatever Search() holds. */
function latestOf(packages: readonly Package[]): readonly Listed[] {
  return packages.flatMap((owner) => (owner.latest ? [{ owner, item: owner.latest }] : []));
}

function versionsOf(packages: readonly Package[]): readonly Listed[] {
  return packages.flatMap((owner) => owner.versions.map((item) => ({ owner, item })));
}

/** The given packages and all that they depend on in this gallery, in the order of the gallery. */
function withRequired(gallery: Gallery, packages: readonly Package[]): readonly Package[] {
  const wanted = new Set(packages);
  for (const owner of wanted) {
    for (const { dependencies } of owner.versions) {
      for (const { id } of dependencies) {
        const required = gallery.byKey.get(packageKey(id));
        // A Set visits what is added while it is walked, so this reaches dependencies of dependencies.
        if (required) wanted.add(required);
      }
    }
  }
  return gallery.packages.filter((owner) => wanted.has(owner));
}

function newest(listed: readonly Listed[]): string {
  let latest = EMPTY_FEED_UPDATED_AT;
  for (const { item } of listed) if (item.publishedAt > latest) latest = item.publishedAt;
  return latest;
}
