/** Which pages there are, each with the mark by which a later build knows whether it must be rendered again. */
import { isPackageListed, type Package, type PackageVersion, shownVersion } from '../domain/gallery.ts';
import { versionKey } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import { commandsWithPages } from './command-view.ts';
import { filesWithPages } from './file-view.ts';
import { siteContext } from './gallery-context.ts';
import { iconPath } from './package-icon.ts';
import { type ListOrder, packageListPage } from './package-pages.ts';
import { pageKeys } from './page-keys.ts';
import { profiles } from './profile-index.ts';
import { hasShortVersionPages } from './site-size.ts';
import { tagIndex } from './tag-index.ts';

export interface StaticPath<Name extends string> {
  readonly params: { [K in Name]: string };
  readonly cacheKey: string;
}

/** Every package, unlisted ones too: their pages work for those who know of them. */
export function packagePaths(): StaticPath<'id'>[] {
  return ofShown(siteContext().gallery.packages, ({ id }) => [{ id }]);
}

export function listedPaths(): StaticPath<'id'>[] {
  return ofShown(siteContext().gallery.packages.filter(isPackageListed), ({ id }) => [{ id }]);
}

/** By the lower-case id. */
export function listedKeyPaths(): StaticPath<'id'>[] {
  return ofShown(siteContext().gallery.packages.filter(isPackageListed), ({ key }) => [{ id: key }]);
}

export function commandPaths(): StaticPath<'id' | 'name'>[] {
  return ofShown(siteContext().gallery.packages, (owner) =>
    commandsWithPages(shownVersion(owner)).map(({ name }) => ({ id: owner.id, name })),
  );
}

export function filePaths(): StaticPath<'id' | 'path'>[] {
  return ofShown(siteContext().gallery.packages, (owner) =>
    filesWithPages(shownVersion(owner)).map(({ path }) => ({ id: owner.id, path })),
  );
}

export function versionPaths(): StaticPath<'id' | 'version'>[] {
  return ofVersions(({ versions }) => versions);
}

/** Versions that have one before them. */
export function changesPaths(): StaticPath<'id' | 'version'>[] {
  return hasShortVersionPages(siteContext().gallery) ? [] : ofVersions(({ versions }) => versions.slice(1));
}

/** Packages of two versions or more. */
export function comparePaths(): StaticPath<'id'>[] {
  const { gallery } = siteContext();
  const keys = pageKeys(siteContext());
  if (hasShortVersionPages(gallery)) return [];
  return gallery.packages
    .filter(({ versions }) => versions.length > 1)
    .map((owner) => ({ params: { id: owner.id }, cacheKey: keys.ofPackages([owner]) }));
}

/** By the lower-case id and version. */
export function factsPaths(): StaticPath<'id' | 'version'>[] {
  const { gallery, version } = siteContext();
  if (hasShortVersionPages(gallery)) return [];
  return gallery.packages.flatMap((owner) =>
    owner.versions.map((item) => ({
      params: { id: owner.key, version: versionKey(item.version) },
      cacheKey: `${version} ${item.nupkg.sha512}`,
    })),
  );
}

export function iconPaths(): StaticPath<'id' | 'version'>[] {
  return siteContext().gallery.packages.flatMap((owner) =>
    owner.versions
      .filter((item) => iconPath(item) !== undefined)
      .map((item) => ({
        params: { id: owner.key, version: versionKey(item.version) },
        cacheKey: `${siteContext().version} ${item.nupkg.sha512}`,
      })),
  );
}

export function listPaths(orders: readonly ListOrder[], from: number): StaticPath<'order' | 'number'>[] {
  const context = siteContext();
  const { pageCount } = packageListPage(context.gallery, 'name', 1);
  return orders.flatMap((order) =>
    Array.from({ length: Math.max(0, pageCount - from + 1) }, (_, index) => {
      const page = packageListPage(context.gallery, order, from + index);
      return {
        params: { order, number: String(from + index) },
        cacheKey: pageKeys(context).ofPackages(page.packages, page.totalCount),
      };
    }),
  );
}

export function tagPaths(): StaticPath<'tag'>[] {
  const context = siteContext();
  return tagIndex(context.gallery).map(({ name, items }) => ({
    params: { tag: name.toLowerCase() },
    cacheKey: pageKeys(context).ofPackages(ownersOf(items), name),
  }));
}

export function profilePaths(): StaticPath<'owner'>[] {
  const context = siteContext();
  return profiles(context.gallery).map(({ name, owned, published }) => ({
    params: { owner: name.toLowerCase() },
    cacheKey: pageKeys(context).ofPackages(ownersOf([...owned, ...published]), name),
  }));
}

function ofShown<Name extends string>(
  packages: readonly Package[],
  paramsOf: (owner: Package) => readonly { [K in Name]: string }[],
): StaticPath<Name>[] {
  const keys = pageKeys(siteContext());
  return packages.flatMap((owner) => {
    const cacheKey = keys.ofVersion(owner, shownVersion(owner));
    return paramsOf(owner).map((params) => ({ params, cacheKey }));
  });
}

function ofVersions(
  versionsOf: (owner: Package) => readonly PackageVersion[],
): StaticPath<'id' | 'version'>[] {
  const keys = pageKeys(siteContext());
  return siteContext().gallery.packages.flatMap((owner) =>
    versionsOf(owner).map((item) => ({
      params: { id: owner.id, version: item.version.normalized },
      cacheKey: keys.ofVersion(owner, item),
    })),
  );
}

function ownersOf(items: readonly PackageVersion[]): readonly Package[] {
  const { byKey } = siteContext().gallery;
  return [...new Set(items.map(({ id }) => byKey.get(packageKey(id))))].filter(
    (owner) => owner !== undefined,
  );
}
