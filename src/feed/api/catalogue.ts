/** api/catalogue.jsonl: what a gateway answers queries from. */
import { type Gallery, type Package, shownVersion } from '../../domain/gallery.ts';
import type { ListingFile } from '../../domain/output-file.ts';
import { packageKey } from '../../domain/package-id.ts';
import { summarizePackage } from '../../domain/package-summary.ts';
import { API_CATALOGUE, type FeedUrls } from '../urls.ts';
import { type V2EntryValues, v2EntryValues } from '../v2/entry-values.ts';
import {
  CATALOGUE_FORMAT,
  type CatalogueDetails,
  type CatalogueHead,
  type CatalogueLine,
  DETAIL_NAMES,
  type VersionDetails,
} from './catalogue-format.ts';

export function renderCatalogue(gallery: Gallery, urls: FeedUrls): ListingFile {
  const parts = [JSON.stringify(head(gallery, urls))];
  for (const owner of gallery.packages) {
    parts.push(`\n${JSON.stringify(line(owner))}\n${JSON.stringify(details(gallery, urls, owner))}`);
  }
  parts.push('\n');
  return { kind: 'listing', path: API_CATALOGUE, parts };
}

function head({ packages, removed, byKey, settings }: Gallery, { site }: FeedUrls): CatalogueHead {
  const goneIds = new Set(removed.map(({ id }) => packageKey(id)).filter((key) => !byKey.has(key)));
  return {
    format: CATALOGUE_FORMAT,
    title: settings.title,
    siteUrl: site,
    ...(settings.repository !== undefined && { repository: settings.repository }),
    packageCount: packages.length,
    versionCount: packages.reduce((sum, { versions }) => sum + versions.length, 0),
    goneIds: [...goneIds],
    prefixes: settings.prefixes.map(({ pattern }) => pattern),
  };
}

function line(owner: Package): CatalogueLine {
  const { id, kind, owners, categories, versions, latest, absoluteLatest } = owner;
  const shown = shownVersion(owner);
  const { description, authors, companyName } = summarizePackage(shown.nupkg);
  const title = shown.nupkg.nuspec.title;
  const unlisted = versions.flatMap(({ isListed }, at) => (isListed ? [] : [at]));
  const tagTexts = versions.map(({ tags }) => tags.join(' '));
  const tags = [...new Set(tagTexts)];
  const aliases = shown.nupkg.commands.filter(({ kind }) => kind === 'alias').map(({ name }) => name);
  return {
    id,
    kind,
    owners,
    ...(categories.length > 0 && { categories }),
    versions: versions.map(({ version }) => version.original),
    ...(unlisted.length > 0 && { unlisted }),
    ...(latest && { latest: versions.indexOf(latest) }),
    ...(absoluteLatest && { absoluteLatest: versions.indexOf(absoluteLatest) }),
    tags,
    ...(tags.length > 1 && { tagsOf: tagTexts.map((text) => tags.indexOf(text)) }),
    ...(title !== undefined && title !== id && { title }),
    description,
    authors,
    ...(companyName !== undefined && { company: companyName }),
    ...(aliases.length > 0 && { aliases }),
  };
}

function details(gallery: Gallery, urls: FeedUrls, owner: Package): CatalogueDetails {
  const context = { urls, repository: gallery.settings.repository };
  let before: V2EntryValues | undefined;
  return owner.versions.map((item) => {
    const values = v2EntryValues(context, owner, item);
    const differing: Partial<Record<keyof VersionDetails, V2EntryValues[keyof VersionDetails]>> = {};
    for (const name of DETAIL_NAMES) {
      if (before?.[name] !== values[name]) differing[name] = values[name];
    }
    before = values;
    return differing;
  });
}
