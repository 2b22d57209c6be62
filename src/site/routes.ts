/** Every address of the site, with the base path under which it is served. Feed addresses come from feed/urls.ts. */
import { type NuGetVersion, versionKey } from '../domain/nuget-version.ts';
import { packageKey } from '../domain/package-id.ts';
import {
  API_VERSIONS,
  apiPackagePath,
  blobPath,
  CHECKSUMS,
  packagePagePath,
  V2_PUSH,
  V2_ROOT,
  V2_SOURCE,
  V3_INDEX,
  versionPagePath,
} from '../feed/urls.ts';

export interface SiteRoutes {
  readonly home: string;
  readonly packages: string;
  readonly packagesPage: (number: number) => string;
  /** The list in another order. */
  readonly packagesBy: (order: 'recent' | 'quality', number: number) => string;
  readonly package: (id: string) => string;
  readonly version: (id: string, version: NuGetVersion) => string;
  /** Help of one command of the shown version. */
  readonly command: (id: string, name: string) => string;
  readonly commands: string;
  /** Commands of one verb; `other` for names without one. */
  readonly commandsOfVerb: (verb: string) => string;
  readonly commandsByNoun: string;
  /** Commands whose nouns begin with a letter; `other` for those of no letter. */
  readonly commandsOfLetter: (letter: string) => string;
  /** All files of the shown version, where they are many. */
  readonly files: (id: string) => string;
  /** One file of the shown version; a line of it is `#L12`. */
  readonly file: (id: string, path: string) => string;
  /** What changed from the version before. */
  readonly compare: (id: string, version: NuGetVersion) => string;
  readonly compareAny: (id: string) => string;
  /** Any two versions, compared in the browser. */
  readonly comparePair: (id: string, from: NuGetVersion, to: NuGetVersion) => string;
  /** Where the facts of versions lie: `<version key>.json`. */
  readonly factsOf: (id: string) => string;
  readonly tags: string;
  readonly tag: (name: string) => string;
  readonly categories: string;
  readonly category: (id: string) => string;
  readonly profiles: string;
  readonly profile: (owner: string) => string;
  readonly statistics: string;
  readonly docs: string;
  /** A page of the documentation, by its short name, e.g. `install`. */
  readonly docsPage: (name: string) => string;
  /** The explanation of a rule. */
  readonly rule: (code: string) => string;
  readonly search: (query: string) => string;
  /** The icon of a version, when it has one. */
  readonly icon: (id: string, version: NuGetVersion) => string;
  readonly download: (id: string, version: NuGetVersion) => string;
  readonly json: (id: string) => string;
  /** Atom: all packages, one package, one owner. */
  readonly atom: string;
  readonly packageAtom: (id: string) => string;
  readonly profileAtom: (owner: string) => string;
  /** A picture of the version, for READMEs. */
  readonly badge: (id: string) => string;
  /** The social card of a package, and of everything else. */
  readonly card: (id: string | undefined) => string;
  readonly logo: (file: string) => string;
  /** The colours of this gallery. */
  readonly theme: string;
  readonly openSearch: string;
  /** The page of a package as Markdown, for programs that read text. */
  readonly packageMarkdown: (id: string) => string;
  readonly llms: string;
  readonly pagefind: string;
  /** Absolute: what clients register. */
  readonly v2Url: string;
  /** The same without its slash: PSResourceGet takes an address for V2 only when it ends in `/v2`. */
  readonly v2Source: string;
  readonly v3Url: string;
  /** Where a gateway takes packages. */
  readonly pushUrl: string;
  /** Every version with its hash, for programs. */
  readonly versionsUrl: string;
  /** The same hashes for `sha512sum --check`. */
  readonly checksumsUrl: string;
  /** Absolute URL of one of these addresses. */
  readonly absolute: (address: string) => string;
}

/** @param siteUrl  absolute, with a trailing slash */
export function siteRoutes(siteUrl: string): SiteRoutes {
  const { pathname: base, origin } = new URL(siteUrl);
  const pageOf = (root: string, number: number) => (number === 1 ? root : `${root}page/${number}/`);
  const packageRoot = (id: string) => base + packagePagePath(id);
  return {
    home: base,
    packages: `${base}packages/`,
    packagesPage: (number) => pageOf(`${base}packages/`, number),
    packagesBy: (order, number) => pageOf(`${base}packages/by/${order}/`, number),
    package: packageRoot,
    version: (id, version) => base + versionPagePath(id, version),
    command: (id, name) => `${packageRoot(id)}commands/${encodeURIComponent(name)}/`,
    commands: `${base}commands/`,
    commandsOfVerb: (verb) => `${base}commands/${verb.toLowerCase()}/`,
    commandsByNoun: `${base}commands/by-noun/`,
    commandsOfLetter: (letter) => `${base}commands/by-noun/${letter.toLowerCase()}/`,
    files: (id) => `${packageRoot(id)}files/`,
    file: (id, path) => `${packageRoot(id)}files/${encodedPath(path)}/`,
    compare: (id, version) => `${base}${versionPagePath(id, version)}changes/`,
    compareAny: (id) => `${packageRoot(id)}compare/`,
    comparePair: (id, from, to) =>
      `${packageRoot(id)}compare/?from=${encodeURIComponent(versionKey(from))}&to=${encodeURIComponent(versionKey(to))}`,
    factsOf: (id) => `${base}api/packages/${packageKey(id)}/`,
    tags: `${base}tags/`,
    tag: (name) => `${base}tags/${encodeURIComponent(name.toLowerCase())}/`,
    categories: `${base}categories/`,
    category: (id) => `${base}categories/${id}/`,
    profiles: `${base}profiles/`,
    profile: (owner) => `${base}profiles/${owner.toLowerCase()}/`,
    statistics: `${base}statistics/`,
    docs: `${base}docs/`,
    docsPage: (name) => `${base}docs/${name}/`,
    rule: (code) => `${base}docs/rules/#${code}`,
    search: (query) => `${base}packages/?q=${encodeURIComponent(query)}`,
    icon: (id, version) => base + iconImagePath(id, version),
    download: (id, version) => base + blobPath(id, version),
    json: (id) => base + apiPackagePath(id),
    atom: `${base}feed.xml`,
    packageAtom: (id) => `${packageRoot(id)}feed.xml`,
    profileAtom: (owner) => `${base}profiles/${owner.toLowerCase()}/feed.xml`,
    badge: (id) => `${base}badges/${packageKey(id)}.svg`,
    card: (id) => base + (id === undefined ? GALLERY_CARD : cardPath(id)),
    logo: (file) => `${base}logo/${file}`,
    theme: `${base}theme.css`,
    openSearch: `${base}opensearch.xml`,
    packageMarkdown: (id) => `${packageRoot(id)}index.md`,
    llms: `${base}llms.txt`,
    pagefind: `${base}pagefind/`,
    v2Url: siteUrl + V2_ROOT,
    v2Source: siteUrl + V2_SOURCE,
    v3Url: siteUrl + V3_INDEX,
    pushUrl: siteUrl + V2_PUSH,
    versionsUrl: siteUrl + API_VERSIONS,
    checksumsUrl: siteUrl + CHECKSUMS,
    absolute: (address) => origin + address,
  };
}

/** Relative to the site: the card of pages that are of no one package. */
export const GALLERY_CARD = 'cards/gallery.card.png';

/** Relative to the site. The gallery's own has a name of its own: an id may be `gallery`. */
export function cardPath(id: string): string {
  return `cards/${packageKey(id)}.png`;
}

/** Relative to the site. */
export function iconImagePath(id: string, version: NuGetVersion): string {
  return `icons/${packageKey(id)}/${versionKey(version)}.png`;
}

function encodedPath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
