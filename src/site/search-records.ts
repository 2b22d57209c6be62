/** The listed packages of a gallery as search knows them. */
import { type Gallery, isPackageListed, type Package, shownVersion } from '../domain/gallery.ts';
import { isPrerelease } from '../domain/nuget-version.ts';
import type { DocumentedCommand } from '../domain/package-docs.ts';
import { summarizePackage } from '../domain/package-summary.ts';
import { authorTags } from '../domain/package-tags.ts';
import type { SearchCommand, SearchRecord } from '../search/search-record.ts';
import type { SiteContext } from './gallery-context.ts';
import { iconPath } from './package-icon.ts';
import { packageFacts, supportedSystems } from './package-view.ts';
import { iconImagePath } from './routes.ts';

const MAX_SYNOPSIS = 200;

/** In the order of the gallery, one at a time: documentation of all at once would not fit into memory. */
export function* searchRecords({
  gallery,
  readDocs,
}: Pick<SiteContext, 'gallery' | 'readDocs'>): Generator<SearchRecord, void> {
  for (const owner of gallery.packages) if (isPackageListed(owner)) yield searchRecord(owner, readDocs);
}

function searchRecord(owner: Package, readDocs: SiteContext['readDocs']): SearchRecord {
  const item = shownVersion(owner);
  const { docs, quality, readme } = readDocs(item);
  const summary = summarizePackage(item.nupkg);
  const { description, synopsis } = packageFacts(item);
  const tags = authorTags(item.tags);
  return {
    id: owner.id,
    version: item.version.original,
    kind: item.kind,
    description,
    synopsis,
    tags,
    authors: summary.authors,
    company: summary.companyName ?? '',
    owners: owner.owners,
    categories: owner.categories,
    license: docs.license.spdxId ?? '',
    powerShell: summary.powerShellVersion ?? '',
    editions: summary.compatiblePSEditions,
    systems: supportedSystems(item),
    publishedOn: item.publishedAt.slice(0, 10),
    quality: quality.score,
    isPrerelease: owner.absoluteLatest !== undefined && isPrerelease(owner.absoluteLatest.version),
    isDeprecated: item.deprecation !== undefined,
    dependencies: item.dependencies.map(({ id }) => id),
    commands: docs.commands.map(searchCommand),
    readme,
    icon: iconPath(item) === undefined ? '' : iconImagePath(owner.id, item.version),
  };
}

function searchCommand({ name, kind, target, help }: DocumentedCommand): SearchCommand {
  const line = help?.synopsis?.split('\n')[0]?.trim() ?? '';
  const synopsis = kind === 'alias' && target !== undefined ? `Alias of ${target}` : line;
  return {
    // Users call a script by the name of its package.
    name: kind === 'script' ? name.replace(/\.ps1$/i, '') : name,
    kind,
    synopsis: synopsis.length > MAX_SYNOPSIS ? `${synopsis.slice(0, MAX_SYNOPSIS)}…` : synopsis,
    parameters: help?.parameters.map((parameter) => parameter.name) ?? [],
  };
}

/** Titles of the gallery's categories by their ids. */
export function categoryTitles({ settings }: Gallery): Readonly<Record<string, string>> {
  return Object.fromEntries(settings.categories.map(({ id, title }) => [id, title]));
}
