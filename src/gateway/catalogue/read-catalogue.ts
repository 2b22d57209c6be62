/** The bytes of api/catalogue.jsonl → Catalogue. Fast, for a gateway is to be there a second or two after it was started. */
import { GalleryError } from '../../domain/gallery-error.ts';
import {
  CATALOGUE_FORMAT,
  type CatalogueDetails,
  type CatalogueHead,
  type CatalogueLine,
  type VersionDetails,
} from '../../feed/api/catalogue-format.ts';
import { feedUrls } from '../../feed/urls.ts';
import type { V2ValueContext } from '../../feed/v2/entry-values.ts';
import type { Catalogue, CataloguePackage } from './catalogue.ts';
import { completeValues } from './complete-values.ts';

const LINE_FEED = 10;
const NONE: readonly string[] = [];

/**
 * @param mark  of these bytes: size and time of the file, or a hash
 * @throws GalleryError when the file is of another version of the program, or cut off
 */
export function readCatalogue(bytes: Uint8Array, mark: string): Catalogue {
  const decoder = new TextDecoder();
  let from = 0;
  const nextLine = (): Uint8Array => {
    const end = bytes.indexOf(LINE_FEED, from);
    if (end < 0) throw broken();
    const line = bytes.subarray(from, end);
    from = end + 1;
    return line;
  };
  const head = parse(decoder, nextLine()) as CatalogueHead;
  if (head.format !== CATALOGUE_FORMAT) throw otherFormat();
  const urls = feedUrls(head.siteUrl);
  const context: V2ValueContext = { urls, repository: head.repository };
  const packages: CataloguePackage[] = [];
  for (let count = 0; count < head.packageCount; count++) {
    const line = parse(decoder, nextLine()) as CatalogueLine;
    packages.push(readPackage(line, nextLine(), decoder, context));
  }
  if (from !== bytes.length) throw broken();
  return { head, urls, packages, byKey: new Map(packages.map((item) => [item.key, item])), mark };
}

function readPackage(
  line: CatalogueLine,
  rest: Uint8Array,
  decoder: TextDecoder,
  context: V2ValueContext,
): CataloguePackage {
  const { id, kind, owners, versions, tags, tagsOf } = line;
  const unlisted = line.unlisted && new Set(line.unlisted);
  const item: CataloguePackage = {
    id,
    key: id.toLowerCase(),
    kind,
    owners,
    categories: line.categories ?? NONE,
    title: line.title ?? id,
    description: line.description,
    authors: line.authors,
    company: line.company ?? '',
    aliases: line.aliases ?? NONE,
    versions,
    latest: line.latest ?? -1,
    absoluteLatest: line.absoluteLatest ?? -1,
    isListed: (at) => !unlisted?.has(at),
    tags: (at) => tags[tagsOf?.[at] ?? 0] ?? '',
    values: () => {
      const details = parse(decoder, rest) as CatalogueDetails;
      let all = {} as VersionDetails;
      return versions.map((_, at) => {
        all = { ...all, ...details[at] };
        return completeValues(context, item, at, all);
      });
    },
  };
  return item;
}

function parse(decoder: TextDecoder, line: Uint8Array): unknown {
  return JSON.parse(decoder.decode(line));
}

function broken(): GalleryError {
  return new GalleryError(
    'CATALOGUE_BROKEN',
    'The catalogue of the gallery (api/catalogue.jsonl) is not whole.',
    'Build the gallery again: `pwshelf build`.',
  );
}

function otherFormat(): GalleryError {
  return new GalleryError(
    'CATALOGUE_FORMAT',
    'The catalogue of the gallery (api/catalogue.jsonl) was written by another version of this program.',
    'Build the gallery again with the program that serves it: `pwshelf build`.',
  );
}
