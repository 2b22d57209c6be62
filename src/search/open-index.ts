/** Opens a search index, from wherever its files come: a browser, a folder, another machine. Reads what is asked for. */
import { readManyColumn } from './catalogue-columns.ts';
import { NAME_GAP, reversedText } from './command-lists.ts';
import { foldText, joinName } from './fold-text.ts';
import {
  type CatalogueFile,
  type Column,
  type DetailsFile,
  type IdsFile,
  INDEX_FORMAT,
  type IndexFile,
  PART_NAMES,
  type PackageDetails,
  type PackageFacts,
  type PartName,
  SEARCH_INDEX_FILE,
  SEARCH_ROOT,
  type Stamped,
  SYNOPSES_IN_FILE,
  type SynopsesFile,
  type TextColumnFile,
} from './index-format.ts';
import { readFirstNumber, readNumbers } from './number-text.ts';
import { openPart, type SearchPart } from './search-part.ts';

/**
 * Reads a JSON file.
 * @param path  relative to the root of the site
 * @throws whatever tells the user why it is not there
 */
export type LoadFile = (path: string) => Promise<unknown>;

/** A file is missing, damaged, or of another build. */
export class SearchIndexError extends Error {
  readonly path: string;
  constructor(path: string, reason: string, options?: ErrorOptions) {
    super(`${path}: ${reason}`, options);
    this.name = 'SearchIndexError';
    this.path = path;
  }
}

export interface Catalogue {
  readonly packageCount: number;
  readonly quality: readonly number[];
  readonly flags: readonly number[];
  readonly days: readonly number[];
  readonly license: (number: number) => string;
  readonly powerShell: (number: number) => string;
  readonly owners: (number: number) => readonly string[];
  readonly categories: (number: number) => readonly string[];
  readonly facts: (number: number) => PackageFacts;
}

export interface SearchIndex {
  readonly head: IndexFile;
  readonly part: (name: PartName) => SearchPart;
  readonly catalogue: () => Promise<Catalogue>;
  readonly ids: () => Promise<readonly string[]>;
  readonly versions: () => Promise<(number: number) => string>;
  readonly authors: () => Promise<(number: number) => string>;
  readonly details: (number: number) => Promise<PackageDetails>;
  /** What the command at this place among all names says of itself: its uses as text of numbers, then a text for each. */
  readonly synopses: (place: number) => Promise<readonly string[]>;
}

/** @throws SearchIndexError when there is no index, or one of another format */
export async function openSearchIndex(load: LoadFile): Promise<SearchIndex> {
  const head = (await loadAs(load, SEARCH_INDEX_FILE)) as IndexFile;
  if (head.format !== INDEX_FORMAT) {
    throw new SearchIndexError(
      SEARCH_INDEX_FILE,
      'it is of another version of pwshelf; build the gallery again',
    );
  }
  const folder = `${SEARCH_ROOT}${head.generation}/`;
  const open = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, make: () => Promise<T>): Promise<T> => {
    const known = open.get(key) as Promise<T> | undefined;
    if (known) return known;
    const made = make();
    open.set(key, made);
    made.catch(() => open.delete(key));
    return made;
  };
  const read = async <T extends Stamped>(path: string): Promise<T> => {
    const content = (await loadAs(load, folder + path)) as Stamped;
    if (content.of !== head.generation)
      throw new SearchIndexError(folder + path, 'it belongs to another build');
    return content as T;
  };
  const parts = new Map(
    PART_NAMES.map((name) => [name, openPart(name, head.parts[name], read, KEY_OF[name])] as const),
  );
  const column = (name: string) =>
    once(name, async () => columnReader(await read<TextColumnFile>(`${name}.json`)));
  return {
    head,
    part: (name) => parts.get(name) as SearchPart,
    catalogue: () =>
      once('catalogue', async () => readCatalogue(await read<CatalogueFile>('catalogue.json'))),
    ids: () => once('ids', async () => (await read<IdsFile>('ids.json')).ids),
    versions: () => column('versions'),
    authors: () => column('authors'),
    details: async (number) => {
      const at = Math.floor(number / head.detailsInFile);
      const path = `details/${at}.json`;
      const { packages } = await once(path, () => read<DetailsFile>(path));
      const found = packages[number % head.detailsInFile];
      if (!found) throw new SearchIndexError(folder + path, `package ${number} is not in it`);
      return found;
    },
    synopses: async (place) => {
      const path = `synopses/${Math.floor(place / SYNOPSES_IN_FILE)}.json`;
      const { synopses } = await once(path, () => read<SynopsesFile>(path));
      return synopses[place % SYNOPSES_IN_FILE] ?? [];
    },
  };
}

type RowText = { readonly name: string; readonly data: string };

const byName = ({ name }: RowText) => foldText(name);

const KEY_OF: Readonly<Record<PartName, (row: RowText) => string>> = {
  words: ({ name }) => name,
  starts: ({ name }) => name,
  ids: ({ name }) => joinName(name),
  tags: byName,
  commands: byName,
  turned: ({ name, data }) => foldText(name.slice(readFirstNumber(data))),
  reversed: ({ name }) => reversedText(foldText(name)),
  parameters: ({ name }) => foldText(name.split(NAME_GAP, 1)[0] ?? ''),
  depends: byName,
};

async function loadAs(load: LoadFile, path: string): Promise<unknown> {
  let content: unknown;
  try {
    content = await load(path);
  } catch (error) {
    if (error instanceof SearchIndexError) throw error;
    throw new SearchIndexError(path, error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
  if (typeof content !== 'object' || content === null)
    throw new SearchIndexError(path, 'it is no file of the index');
  return content;
}

function columnReader({ values, at }: Column): (number: number) => string {
  const places = readNumbers(at);
  return (number) => values[places[number] ?? -1] ?? '';
}

function readCatalogue(file: CatalogueFile): Catalogue {
  const quality = readNumbers(file.quality);
  const flags = readNumbers(file.flags);
  const days = readNumbers(file.days);
  const license = columnReader(file.license);
  const powerShell = columnReader(file.powerShell);
  const owners = manyReader(file.owners);
  const categories = manyReader(file.categories);
  return {
    packageCount: quality.length,
    quality,
    flags,
    days,
    license,
    powerShell,
    owners,
    categories,
    facts: (number) => ({
      quality: quality[number] ?? 0,
      flags: flags[number] ?? 0,
      day: days[number] ?? 0,
      license: license(number),
      powerShell: powerShell(number),
      owners: owners(number),
      categories: categories(number),
    }),
  };
}

function manyReader(column: CatalogueFile['owners']): (number: number) => readonly string[] {
  const rows = readManyColumn(column);
  return (number) => (rows[number] ?? []).map((place) => column.values[place] ?? '');
}
