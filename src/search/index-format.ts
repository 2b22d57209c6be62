/**
 * The files of the search index and what they hold. All lie in `search/`: `index.json` names the generation and where
 * each part is cut, and the rest lies in a folder named after the generation, so that files of two builds never mix.
 * Packages are numbered from 0 in the order of their keys.
 */

export const INDEX_FORMAT = 2;

/** Relative to the root of the site. */
export const SEARCH_ROOT = 'search/';
export const SEARCH_INDEX_FILE = `${SEARCH_ROOT}index.json`;

/**
 * The sorted lists. `words`: of all texts; `starts`: beginnings that many of them have. `ids`: without punctuation. `commands`: every name that can be called or
 * used, `turned`: the same from each of their words on, `reversed`: the same read backwards. `depends`: ids that
 * packages depend on.
 */
export const PART_NAMES = [
  'words',
  'starts',
  'ids',
  'tags',
  'commands',
  'turned',
  'reversed',
  'parameters',
  'depends',
] as const;
export type PartName = (typeof PART_NAMES)[number];

export interface IndexFile {
  readonly format: number;
  readonly generation: string;
  readonly packageCount: number;
  readonly commandCount: number;
  /** How many names each file of `commands` holds; the last may hold fewer. */
  readonly commandsInFile: number;
  /** How many packages each file of `details` holds; the last may hold fewer. */
  readonly detailsInFile: number;
  /** Titles of the gallery's categories by their ids. */
  readonly categories: Readonly<Record<string, string>>;
  readonly parts: Readonly<Record<PartName, PartHead>>;
}

export interface PartHead {
  readonly shards: number;
  /** Where each shard but the first begins; absent when they are many, and then in a file of their own. */
  readonly fences?: readonly string[];
}

/** A beginning of words is a row of `starts` when these words are in more files. */
export const MANY_FILES = 4;

/** Every file below the generation starts with its name: one left over from elsewhere is not taken for it. */
export interface Stamped {
  readonly of: string;
}

export interface FenceFile extends Stamped {
  readonly fences: readonly string[];
}

/** One range of a sorted list. */
export interface ShardFile extends Stamped {
  readonly keys: readonly string[];
  /** For each key what is found under it, as text of numbers, parted by spaces. */
  readonly data: string;
}

/** What every package is filtered, counted and sorted by; a column has a value for each package. */
export interface CatalogueFile extends Stamped {
  /** Text of numbers: 0 to 100. */
  readonly quality: string;
  /** Text of numbers: bits of Flag. */
  readonly flags: string;
  /** Text of numbers: days since 2000-01-01. */
  readonly days: string;
  readonly license: Column;
  readonly powerShell: Column;
  readonly owners: ManyColumn;
  readonly categories: ManyColumn;
}

/** Text of numbers: for each package the place of its value in the list of values. */
export interface Column {
  readonly values: readonly string[];
  readonly at: string;
}

/** Text of numbers: for each package how many values, and their places. */
export interface ManyColumn {
  readonly values: readonly string[];
  readonly at: string;
}

export const Flag = {
  script: 1,
  core: 2,
  desktop: 4,
  windows: 8,
  linux: 16,
  macos: 32,
  prerelease: 64,
  /** The first of INCLUDED_KINDS; the others follow. */
  included: 128,
} as const;

export interface IdsFile extends Stamped {
  readonly ids: readonly string[];
}

export interface TextColumnFile extends Stamped, Column {}

/** What a row of results shows. */
export interface PackageDetails {
  readonly id: string;
  readonly version: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly commandCount: number;
  readonly isDeprecated: boolean;
  /** Relative to the root of the site; '' when it has no picture of its own. */
  readonly icon: string;
  readonly facts: PackageFacts;
}

/** What a package is filtered, counted and sorted by. */
export interface PackageFacts {
  readonly quality: number;
  readonly flags: number;
  readonly day: number;
  readonly license: string;
  readonly powerShell: string;
  readonly owners: readonly string[];
  readonly categories: readonly string[];
}

export interface DetailsFile extends Stamped {
  readonly packages: readonly PackageDetails[];
}

/** Small, since ten commands that fit seldom stand together. */
export const SYNOPSES_IN_FILE = 128;

/** Synopses of commands in the order of all names: for each its uses as text of numbers, then what they say, '' for none. */
export interface SynopsesFile extends Stamped {
  readonly synopses: readonly (readonly string[])[];
}

/** A package and a kind in one number, with room for more kinds. */
export const KIND_STEP = 16;

/** Bits that say where a package has a word. */
export const Place = {
  id: 1,
  command: 2,
  tag: 4,
  description: 8,
  people: 16,
  readme: 32,
} as const;
/** Words in these places are numbered, for phrases. */
export const NUMBERED_PLACES = Place.id | Place.tag | Place.description | Place.people;

export const FIRST_DAY_MS = Date.UTC(2000, 0, 1);
export const DAY_MS = 86_400_000;

export function dayNumber(date: string): number {
  return Math.max(0, Math.round((Date.parse(`${date}T00:00:00Z`) - FIRST_DAY_MS) / DAY_MS));
}

/** `2026-01-31` */
export function dayText(day: number): string {
  return new Date(FIRST_DAY_MS + day * DAY_MS).toISOString().slice(0, 10);
}
