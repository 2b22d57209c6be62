/**
 * Marks of what pages show. A build renders a page again only when its mark differs, so a mark must cover everything
 * that the page is made from: the code, the settings, its package, and what it says of other packages.
 */
import { createHash } from 'node:crypto';
import { type Gallery, isPackageListed, type Package, type PackageVersion } from '../domain/gallery.ts';
import type { Nupkg } from '../domain/nupkg.ts';
import { packageKey } from '../domain/package-id.ts';
import { authorTags } from '../domain/package-tags.ts';
import { dependencyTree } from './dependency-tree.ts';
import type { SiteContext } from './gallery-context.ts';
import { hasProfile } from './profile-index.ts';
import { shownTags } from './tag-index.ts';

export interface PageKeys {
  /** Of a page about one version: what it holds, and how far what it names is in the gallery. */
  readonly ofVersion: (owner: Package, item: PackageVersion) => string;
  /** Of a page that shows no more of a package than what stands in its own files and record. */
  readonly ofPackages: (packages: readonly Package[], ...more: readonly unknown[]) => string;
}

const made = new WeakMap<SiteContext, PageKeys>();

export function pageKeys(context: SiteContext): PageKeys {
  const known = made.get(context) ?? makeKeys(context);
  made.set(context, known);
  return known;
}

function makeKeys(context: SiteContext): PageKeys {
  const { gallery, siteUrl, version } = context;
  const site = hashOf([version, siteUrl, gallery.settings]);
  const packages = new Map<Package, string>();
  const ofPackage = (owner: Package) => {
    const known = packages.get(owner) ?? hashOf([site, owner]);
    packages.set(owner, known);
    return known;
  };
  const named = namesOf(gallery);
  return {
    ofVersion: (owner, item) =>
      hashOf([
        ofPackage(owner),
        item.version.original,
        named(owner),
        dependencyTree(item, gallery),
        tagsOf(item, gallery),
      ]),
    ofPackages: (all, ...more) => hashOf([site, all.map(ofPackage), more]),
  };
}

/** People and packages that a page of a package leads to, if they are there. */
function namesOf(gallery: Gallery): (owner: Package) => unknown {
  const idOf = (id: string | undefined) => id !== undefined && gallery.byKey.get(packageKey(id))?.id;
  return (owner) => [
    owner.versions.map(({ publisher }) => hasProfile(gallery, publisher)),
    owner.owners.map((name) => hasProfile(gallery, name)),
    [owner.deprecation, ...owner.versions.map(({ deprecation }) => deprecation)].map((item) =>
      idOf(item?.replacement),
    ),
    isPackageListed(owner),
  ];
}

function tagsOf(item: PackageVersion, gallery: Gallery): readonly boolean[] {
  const pages = shownTags(gallery);
  return authorTags(item.tags).map((tag) => pages.has(tag.toLowerCase()));
}

/** An archive is known by its hash: all that is read from it follows from that and the code. */
function hashOf(value: unknown): string {
  const text = JSON.stringify(value, (name, part) => (name === 'nupkg' ? (part as Nupkg).sha512 : part));
  return createHash('sha1').update(text).digest('base64url');
}
