/** What the pages say of a package, as facts: which commands, which dependencies are here, which banner is due. */
import { absoluteHttpUrl } from '../domain/absolute-url.ts';
import type { Gallery, Package, PackageVersion } from '../domain/gallery.ts';
import { shownVersion } from '../domain/gallery.ts';
import { compareNuGetVersions, isPrerelease } from '../domain/nuget-version.ts';
import { packageCommands } from '../domain/package-commands.ts';
import { packageKey } from '../domain/package-id.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import { formatVersionRange, satisfiesRange } from '../domain/version-range.ts';

const SYSTEMS = ['Windows', 'Linux', 'macOS'];

/** Those that the author tags, in one spelling. */
export function supportedSystems(item: PackageVersion): readonly string[] {
  const tags = new Set(item.tags.map((tag) => tag.toLowerCase()));
  return SYSTEMS.filter((name) => tags.has(name.toLowerCase()));
}

export interface CommandGroup {
  readonly title: string;
  readonly names: readonly string[];
}

/** In the order in which readers look for them; empty ones left out. */
export function commandGroups(item: PackageVersion): readonly CommandGroup[] {
  const commands = packageCommands(item.nupkg);
  const groups = [
    { title: 'Functions', names: commands.functions },
    { title: 'Cmdlets', names: commands.cmdlets },
    { title: 'Workflows', names: commands.workflows },
    { title: 'Aliases', names: commands.aliases },
    { title: 'DSC resources', names: commands.dscResources },
    { title: 'Role capabilities', names: commands.roleCapabilities },
  ];
  return groups.filter(({ names }) => names.length > 0);
}

export interface DependencyView {
  readonly id: string;
  /** `1.0.0 or later`, `exactly 1.2.0`, …; '' for any. */
  readonly range: string;
  /** Undefined when this gallery has no version that fits. */
  readonly target: Package | undefined;
}

export function dependencyViews(item: PackageVersion, gallery: Gallery): readonly DependencyView[] {
  return item.dependencies.map(({ id, range }) => {
    const found = gallery.byKey.get(packageKey(id));
    const fits = found?.versions.some((other) => satisfiesRange(other.version, range)) ?? false;
    return {
      id: found?.id ?? id,
      range: rangeText(formatVersionRange(range)),
      target: fits ? found : undefined,
    };
  });
}

/** NuGet's notation in words. */
export function rangeText(range: string): string {
  const bounds = /^([[(])\s*([^,\])]*)\s*(,)?\s*([^\])]*)\s*([\])])$/.exec(range);
  if (!bounds) return range === '' ? '' : `${range} or later`;
  const [, open, low = '', comma, high = '', close] = bounds;
  if (comma === undefined) return `exactly ${low}`;
  const from = low === '' ? '' : `${open === '[' ? '' : 'above '}${low}`;
  const to = high === '' ? '' : `${close === ']' ? 'up to ' : 'below '}${high}`;
  if (from === '' && to === '') return '';
  if (to === '') return open === '[' ? `${low} or later` : from;
  return from === '' ? to : `${from}, ${to}`;
}

export type Banner =
  | { readonly kind: 'unlisted' }
  | {
      readonly kind: 'deprecated';
      readonly message: string | undefined;
      readonly reasons: readonly string[];
      readonly replacement: string | undefined;
    }
  | { readonly kind: 'prerelease'; readonly stable: PackageVersion | undefined }
  | { readonly kind: 'newer'; readonly latest: PackageVersion }
  | { readonly kind: 'newer-prerelease'; readonly latest: PackageVersion };

export function banners(item: PackageVersion, owner: Package): readonly Banner[] {
  const found: Banner[] = [];
  if (!item.isListed) found.push({ kind: 'unlisted' });
  if (item.deprecation) {
    const { message, reasons, replacement } = item.deprecation;
    found.push({ kind: 'deprecated', message, reasons, replacement });
  }
  if (isPrerelease(item.version)) found.push({ kind: 'prerelease', stable: owner.latest });
  const { latest, absoluteLatest } = owner;
  const isNewer = (other: PackageVersion) => compareNuGetVersions(other.version, item.version) > 0;
  if (latest && isNewer(latest) && !isPrerelease(item.version)) {
    found.push({ kind: 'newer', latest });
  } else if (absoluteLatest && isPrerelease(absoluteLatest.version) && isNewer(absoluteLatest)) {
    found.push({ kind: 'newer-prerelease', latest: absoluteLatest });
  }
  return found;
}

export interface PackageFacts {
  readonly description: string;
  readonly synopsis: string;
  readonly authors: string;
  readonly companyName: string | undefined;
  readonly copyright: string | undefined;
  readonly guid: string | undefined;
  readonly releaseNotes: string | undefined;
  readonly licenseUrl: string | undefined;
  readonly projectUrl: string | undefined;
  /** `5.1 or later`, or undefined. */
  readonly powerShell: string | undefined;
  readonly editions: readonly string[];
}

export function packageFacts(item: PackageVersion): PackageFacts {
  const summary = summarizePackage(item.nupkg);
  return {
    description: unwrapped(summary.description),
    synopsis: firstSentence(synopsisOf(item) ?? summary.description),
    authors: summary.authors,
    companyName: summary.companyName,
    copyright: summary.copyright,
    guid: summary.guid,
    releaseNotes: summary.releaseNotes,
    licenseUrl: httpsOnly(summary.licenseUrl),
    projectUrl: httpsOnly(summary.projectUrl),
    powerShell: summary.powerShellVersion,
    editions: summary.compatiblePSEditions,
  };
}

/** Scripts have a line of their own for it; their descriptions often begin with something else. */
function synopsisOf({ nupkg }: PackageVersion): string | undefined {
  return nupkg.content.kind === 'script' ? nupkg.content.info.synopsis : undefined;
}

/** Newest first, as on every list of packages by date. */
export function recentlyPublished(gallery: Gallery, limit: number): readonly PackageVersion[] {
  return gallery.packages
    .filter((item) => item.absoluteLatest !== undefined)
    .map(shownVersion)
    .sort((a, b) =>
      a.publishedAt === b.publishedAt ? (a.id < b.id ? -1 : 1) : a.publishedAt < b.publishedAt ? 1 : -1,
    )
    .slice(0, limit);
}

function httpsOnly(url: string | undefined): string | undefined {
  const absolute = absoluteHttpUrl(url);
  return absolute?.toLowerCase().startsWith('https://') ? absolute : undefined;
}

/** Lines that were only wrapped become one; blank lines and lists stay. */
export function unwrapped(text: string): string {
  return text
    .trim()
    .split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/)
    .map((paragraph) => paragraph.replace(/[ \t]*\r?\n[ \t]*(?![-*+\d])/g, ' '))
    .join('\n\n');
}

function firstSentence(text: string): string {
  const line = unwrapped(text).split('\n')[0] ?? '';
  const sentence = /^.{20,}?[.!?](?=\s|$)/.exec(line)?.[0] ?? line;
  return sentence.length > 180 ? `${sentence.slice(0, 177).trimEnd()}…` : sentence;
}
