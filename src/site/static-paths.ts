/** Which pages are to be rendered: those that show something else than after the last build. */
import { isPackageListed, type Package, type PackageVersion, shownVersion } from '../domain/gallery.ts';
import { versionKey } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import { versionPagePath } from '../feed/urls.ts';
import { type CommandGroup, nounGroups, verbGroups } from './command-index.ts';
import { commandsWithPages } from './command-view.ts';
import { filesWithPages, hasFilesPage } from './file-view.ts';
import { siteContext } from './gallery-context.ts';
import { iconPath } from './package-icon.ts';
import { type ListOrder, packageListPage } from './package-pages.ts';
import { pageKeys } from './page-keys.ts';
import { profiles } from './profile-index.ts';
import { iconImagePath } from './routes.ts';
import { hasShortVersionPages } from './site-size.ts';
import { tagIndex } from './tag-index.ts';

export interface StaticPath<Name extends string> {
  readonly params: { [K in Name]: string };
}

type Params<Name extends string> = { readonly [K in Name]: string };

interface KeyedPage<Name extends string> {
  readonly params: Params<Name>;
  /** Of its file, relative to the site. */
  readonly path: string;
  /** Of all that it shows. */
  readonly key: string;
}

function stale<Name extends string>(all: readonly KeyedPage<Name>[]): StaticPath<Name>[] {
  const { pages } = siteContext();
  return all
    .filter(({ path, key }) => pages.take(path, key))
    .map(({ params }) => ({ params: { ...params } }));
}

/** Every package, unlisted ones too: their pages work for those who know of them. */
export function packagePaths(): StaticPath<'id'>[] {
  return ofShown(allPackages(), ({ id }) => [{ params: { id }, path: `packages/${id}/index.html` }]);
}

export function markdownPaths(): StaticPath<'id'>[] {
  return ofShown(listedPackages(), ({ id }) => [{ params: { id }, path: `packages/${id}/index.md` }]);
}

export function packageAtomPaths(): StaticPath<'id'>[] {
  return ofShown(listedPackages(), ({ id }) => [{ params: { id }, path: `packages/${id}/feed.xml` }]);
}

/** @param ending  `svg` or `json` */
export function badgePaths(ending: string): StaticPath<'id'>[] {
  return ofShown(listedPackages(), ({ key }) => [{ params: { id: key }, path: `badges/${key}.${ending}` }]);
}

export function commandPaths(): StaticPath<'id' | 'name'>[] {
  return ofShown(allPackages(), (owner) =>
    commandsWithPages(shownVersion(owner)).map(({ name }) => ({
      params: { id: owner.id, name },
      path: `packages/${owner.id}/commands/${name}/index.html`,
    })),
  );
}

export function filePaths(): StaticPath<'id' | 'path'>[] {
  return ofShown(allPackages(), (owner) =>
    filesWithPages(shownVersion(owner)).map(({ path }) => ({
      params: { id: owner.id, path },
      path: `packages/${owner.id}/files/${path}/index.html`,
    })),
  );
}

export function filesPaths(): StaticPath<'id'>[] {
  return ofShown(
    allPackages().filter((owner) => hasFilesPage(shownVersion(owner))),
    ({ id }) => [{ params: { id }, path: `packages/${id}/files/index.html` }],
  );
}

export function versionPaths(): StaticPath<'id' | 'version'>[] {
  return ofVersions(({ versions }) => versions, 'index.html');
}

/** Versions that have one before them. */
export function changesPaths(): StaticPath<'id' | 'version'>[] {
  if (hasShortVersionPages(siteContext().gallery)) return [];
  return ofVersions(({ versions }) => versions.slice(1), 'changes/index.html');
}

/** Packages of two versions or more. */
export function comparePaths(): StaticPath<'id'>[] {
  const { gallery } = siteContext();
  const keys = pageKeys(siteContext());
  if (hasShortVersionPages(gallery)) return [];
  return stale(
    gallery.packages
      .filter(({ versions }) => versions.length > 1)
      .map((owner) => ({
        params: { id: owner.id },
        path: `packages/${owner.id}/compare/index.html`,
        key: keys.ofPackages([owner]),
      })),
  );
}

/** By the lower-case id and version. */
export function factsPaths(): StaticPath<'id' | 'version'>[] {
  const { gallery, version } = siteContext();
  if (hasShortVersionPages(gallery)) return [];
  return stale(
    allPackages().flatMap((owner) =>
      owner.versions.map((item) => ({
        params: { id: owner.key, version: versionKey(item.version) },
        path: `api/packages/${owner.key}/${versionKey(item.version)}.json`,
        key: `${version} ${item.nupkg.sha512}`,
      })),
    ),
  );
}

export function iconPaths(): StaticPath<'id' | 'version'>[] {
  const { version } = siteContext();
  return stale(
    allPackages().flatMap((owner) =>
      owner.versions
        .filter((item) => iconPath(item) !== undefined)
        .map((item) => ({
          params: { id: owner.key, version: versionKey(item.version) },
          path: iconImagePath(owner.id, item.version),
          key: `${version} ${item.nupkg.sha512}`,
        })),
    ),
  );
}

/** The list in an order, from its second page on. */
export function listPaths(order: ListOrder): StaticPath<'order' | 'number'>[] {
  const context = siteContext();
  const root = order === 'name' ? 'packages' : `packages/by/${order}`;
  const { pageCount } = packageListPage(context.gallery, order, 1);
  return stale(
    Array.from({ length: pageCount - 1 }, (_, index) => {
      const number = String(index + 2);
      const page = packageListPage(context.gallery, order, index + 2);
      return {
        params: { order, number },
        path: `${root}/page/${number}/index.html`,
        key: pageKeys(context).ofPackages(page.packages, page.totalCount),
      };
    }),
  );
}

export function tagPaths(): StaticPath<'tag'>[] {
  const context = siteContext();
  return stale(
    tagIndex(context.gallery).map(({ name, items }) => ({
      params: { tag: name.toLowerCase() },
      path: `tags/${name.toLowerCase()}/index.html`,
      key: pageKeys(context).ofPackages(ownersOf(items), name),
    })),
  );
}

export function verbPaths(): StaticPath<'verb'>[] {
  const groups = verbGroups(siteContext().gallery);
  return ofCommandGroups(groups, 'commands', (name) => ({ verb: name }));
}

export function letterPaths(): StaticPath<'letter'>[] {
  const groups = nounGroups(siteContext().gallery);
  return ofCommandGroups(groups, 'commands/by-noun', (name) => ({ letter: name }));
}

function ofCommandGroups<Name extends string>(
  groups: readonly CommandGroup[],
  folder: string,
  paramsOf: (name: string) => Params<Name>,
): StaticPath<Name>[] {
  const keys = pageKeys(siteContext());
  return stale(
    groups.map(({ title, commands }) => ({
      params: paramsOf(title.toLowerCase()),
      path: `${folder}/${title.toLowerCase()}/index.html`,
      key: keys.ofPackages(ownersOf(commands.map(({ item }) => item)), title),
    })),
  );
}

export function profilePaths(): StaticPath<'owner'>[] {
  return ofProfiles('index.html');
}

export function profileAtomPaths(): StaticPath<'owner'>[] {
  return ofProfiles('feed.xml');
}

function ofProfiles(file: string): StaticPath<'owner'>[] {
  const context = siteContext();
  return stale(
    profiles(context.gallery).map(({ name, owned, published }) => ({
      params: { owner: name.toLowerCase() },
      path: `profiles/${name.toLowerCase()}/${file}`,
      key: pageKeys(context).ofPackages(ownersOf([...owned, ...published]), name),
    })),
  );
}

function ofShown<Name extends string>(
  packages: readonly Package[],
  pagesOf: (owner: Package) => readonly Omit<KeyedPage<Name>, 'key'>[],
): StaticPath<Name>[] {
  const keys = pageKeys(siteContext());
  return stale(
    packages.flatMap((owner) => {
      const key = keys.ofVersion(owner, shownVersion(owner));
      return pagesOf(owner).map((page) => ({ ...page, key }));
    }),
  );
}

function ofVersions(
  versionsOf: (owner: Package) => readonly PackageVersion[],
  file: string,
): StaticPath<'id' | 'version'>[] {
  const keys = pageKeys(siteContext());
  return stale(
    allPackages().flatMap((owner) =>
      versionsOf(owner).map((item) => ({
        params: { id: owner.id, version: item.version.normalized },
        path: versionPagePath(owner.id, item.version) + file,
        key: keys.ofVersion(owner, item),
      })),
    ),
  );
}

function allPackages(): readonly Package[] {
  return siteContext().gallery.packages;
}

function listedPackages(): readonly Package[] {
  return allPackages().filter(isPackageListed);
}

function ownersOf(items: readonly PackageVersion[]): readonly Package[] {
  const { byKey } = siteContext().gallery;
  return [...new Set(items.map(({ id }) => byKey.get(packageKey(id))))].filter(
    (owner) => owner !== undefined,
  );
}
