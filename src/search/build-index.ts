/**
 * Records of all packages → the files of the search index. Records are taken one at a time and not kept, so that a
 * gallery of 15,000 packages with their READMEs fits beside everything else that a build does.
 */
import { createHash } from 'node:crypto';
import { catalogueColumns } from './catalogue-columns.ts';
import { commandLists } from './command-lists.ts';
import { commonStarts } from './common-starts.ts';
import { foldText, joinName } from './fold-text.ts';
import {
  INDEX_FORMAT,
  type IndexFile,
  NUMBERED_PLACES,
  type PackageDetails,
  type PartHead,
  type PartName,
  SEARCH_INDEX_FILE,
  SEARCH_ROOT,
  SYNOPSES_IN_FILE,
} from './index-format.ts';
import { writeAscending, writeNumbers } from './number-text.ts';
import { packageFacts } from './package-facts.ts';
import { recordWords } from './record-words.ts';
import type { SearchRecord } from './search-record.ts';
import { type CutLimits, cutPart, fenceFile, type PartEntry, partFile, sortEntries } from './sorted-part.ts';

export interface SearchFile {
  /** Relative to the root of the site. */
  readonly path: string;
  readonly text: string;
}

export interface SearchIndexOptions {
  /** Titles of the gallery's categories by their ids. */
  readonly categories: Readonly<Record<string, string>>;
}

const NAMES: CutLimits = { names: 512, length: 64_000 };
const WORDS: CutLimits = { names: 512, length: 20_000 };
/** Numbers of commands are counted by whole files, so these are cut by their number alone. */
export const COMMANDS_IN_FILE = 512;
const SMALL_COMMANDS = 2_048;
/** Few, since ten packages that fit seldom stand together; as many as this are one file. */
const DETAILS_IN_FILE = 4;
const SMALL_DETAILS = 64;

/** @param records  in the order of the packages' keys */
export function* buildSearchIndex(
  records: Iterable<SearchRecord>,
  { categories }: SearchIndexOptions,
): Generator<SearchFile, void> {
  const hash = createHash('sha256').update(JSON.stringify([INDEX_FORMAT, categories]));
  const words = new Map<string, WordList>();
  const tags = new Map<string, number[]>();
  const depends = new Map<string, number[]>();
  const commands = commandLists();
  const columns = catalogueColumns();
  const details: PackageDetails[] = [];
  let count = 0;
  for (const record of records) {
    hash.update(JSON.stringify(record));
    noteWords(words, record, count);
    for (const tag of new Set(record.tags)) listOf(tags, tag).push(count);
    for (const id of new Set(record.dependencies)) listOf(depends, id).push(count);
    commands.add(record, count);
    const facts = packageFacts(record);
    columns.add(facts, record);
    details.push(detailsOf(record, facts));
    count++;
  }
  const generation = hash.digest('hex').slice(0, 16);
  const folder = `${SEARCH_ROOT}${generation}/`;
  const file = (path: string, content: object): SearchFile => ({
    path: folder + path,
    text: JSON.stringify({ of: generation, ...content }),
  });
  const heads: Partial<Record<PartName, PartHead>> = {};
  /** @returns where its files begin */
  function* part(
    name: PartName,
    entries: readonly PartEntry[],
    limits: CutLimits,
  ): Generator<SearchFile, readonly string[]> {
    const { head, fences, shards } = cutPart(entries, limits);
    heads[name] = head;
    if (fences) yield file(fenceFile(name), { fences });
    let at = 0;
    for (const shard of shards) yield file(partFile(name, at++), shard);
    return fences ?? head.fences ?? [];
  }

  // In a function of their own, so that they are forgotten after it.
  function* wordParts(): Generator<SearchFile, void> {
    const entries = wordEntries(words);
    const fences = yield* part('words', entries, WORDS);
    yield* part('starts', commonStarts(entries, fences, count), WORDS);
  }

  yield* wordParts();
  yield* part('tags', entriesOf(tags), NAMES);
  yield* part('depends', entriesOf(depends), NAMES);
  yield* part('ids', idEntries(details), NAMES);
  const names = commands.entries();
  const size = names.length <= SMALL_COMMANDS ? SMALL_COMMANDS : COMMANDS_IN_FILE;
  yield* part('commands', names, { names: size, length: Number.POSITIVE_INFINITY });
  for (let at = 0; at * SYNOPSES_IN_FILE < names.length; at++) {
    const synopses = commands.synopses(at * SYNOPSES_IN_FILE, SYNOPSES_IN_FILE);
    yield file(`synopses/${at}.json`, { synopses });
  }
  yield* part('turned', commands.turned(), NAMES);
  yield* part('reversed', commands.reversed(), NAMES);
  yield* part('parameters', commands.parameters(), WORDS);
  yield file('catalogue.json', columns.catalogue());
  yield file('ids.json', { ids: details.map(({ id }) => id) });
  yield file('versions.json', columns.versions());
  yield file('authors.json', columns.authors());
  const detailsInFile = count <= SMALL_DETAILS ? SMALL_DETAILS : DETAILS_IN_FILE;
  for (let at = 0; at < details.length; at += detailsInFile) {
    yield file(`details/${at / detailsInFile}.json`, { packages: details.slice(at, at + detailsInFile) });
  }
  const index: IndexFile = {
    format: INDEX_FORMAT,
    generation,
    packageCount: count,
    commandCount: commands.count(),
    commandsInFile: size,
    detailsInFile,
    categories,
    parts: heads as Record<PartName, PartHead>,
  };
  yield { path: SEARCH_INDEX_FILE, text: JSON.stringify(index) };
}

/** For each package: the step from the one before, the places, and the numbers of the word where it has any. */
interface WordList {
  numbers: number[];
  /** Of numbers before those: common words have millions, and text is a fraction of their size. */
  text: string;
  lastPackage: number;
}

const NUMBERS_AT_ONCE = 512;

function noteWords(words: Map<string, WordList>, record: SearchRecord, number: number): void {
  for (const [word, { places, positions }] of recordWords(record)) {
    let list = words.get(word);
    if (!list) words.set(word, (list = { numbers: [], text: '', lastPackage: 0 }));
    const { numbers } = list;
    numbers.push(number - list.lastPackage, places);
    list.lastPackage = number;
    if ((places & NUMBERED_PLACES) !== 0) {
      numbers.push(positions.length);
      let last = 0;
      for (const position of positions) {
        numbers.push(position - last);
        last = position;
      }
    }
    if (numbers.length >= NUMBERS_AT_ONCE) {
      list.text += writeNumbers(numbers);
      list.numbers = [];
    }
  }
}

/** Empties the lists on the way. */
function wordEntries(words: Map<string, WordList>): PartEntry[] {
  const entries = [...words].map(([name, { numbers, text }]) => ({
    key: name,
    name,
    data: text + writeNumbers(numbers),
  }));
  words.clear();
  return sortEntries(entries);
}

function idEntries(details: readonly PackageDetails[]): PartEntry[] {
  return sortEntries(
    details.map(({ id }, number) => ({ key: joinName(id), name: id, data: writeNumbers([number]) })),
  );
}

function entriesOf(lists: ReadonlyMap<string, number[]>): PartEntry[] {
  return sortEntries(
    [...lists].map(([name, numbers]) => ({ key: foldText(name), name, data: writeAscending(numbers) })),
  );
}

function listOf(lists: Map<string, number[]>, name: string): number[] {
  let list = lists.get(name);
  if (!list) lists.set(name, (list = []));
  return list;
}

/** As much as two lines of a list show. */
const SHOWN_DESCRIPTION = 300;
const SHOWN_TAGS = 6;

function detailsOf(record: SearchRecord, facts: PackageDetails['facts']): PackageDetails {
  const { id, version, description, synopsis, tags, commands, isDeprecated, icon } = record;
  const text = synopsis === '' ? description : synopsis;
  return {
    id,
    version,
    description: text.length > SHOWN_DESCRIPTION ? `${text.slice(0, SHOWN_DESCRIPTION)}…` : text,
    tags: tags.slice(0, SHOWN_TAGS),
    commandCount: commands.length,
    isDeprecated,
    icon,
    facts,
  };
}
