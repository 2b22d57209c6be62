/** `Field:value` → the packages that it holds for. */
import { commandsCalled, parametersCalled, rowsLike } from './command-names.ts';
import { compareDay, compareVersionTexts, holds, isVersionText, readComparisons } from './comparison.ts';
import type { FieldName } from './fields.ts';
import { foldText } from './fold-text.ts';
import { type Hits, intersectHits, noHits, noteBest, uniteHits } from './hits.ts';
import { dayText, Flag, type PartName } from './index-format.ts';
import { readAscending } from './number-text.ts';
import type { Catalogue, SearchIndex } from './open-index.ts';
import type { FieldTerm } from './query.ts';
import { closeness, WEIGHTS } from './rank.ts';
import { INCLUDED_KINDS, type SearchCommandKind } from './search-record.ts';
import { isWildcard, readWildcard } from './wildcard.ts';

export async function fieldHits(index: SearchIndex, { field, values }: FieldTerm): Promise<Hits> {
  const all = await Promise.all(
    values.map(async (some) =>
      (await Promise.all(some.map((value) => valueHits(index, field, value)))).reduce(uniteHits),
    ),
  );
  return all.reduce(intersectHits);
}

const COMMAND_FIELDS: Readonly<Partial<Record<FieldName, readonly SearchCommandKind[]>>> = {
  Functions: ['function'],
  Cmdlets: ['cmdlet'],
  DscResources: ['dsc-resource'],
  Aliases: ['alias'],
  Commands: ['function', 'cmdlet', 'workflow', 'alias', 'script'],
};

async function valueHits(index: SearchIndex, field: FieldName, value: string): Promise<Hits> {
  const kinds = COMMAND_FIELDS[field];
  if (kinds) return commandFieldHits(index, value, kinds);
  switch (field) {
    case 'Tags':
      return listHits(index, 'tags', value, WEIGHTS.tag);
    case 'Dependency':
      return listHits(index, 'depends', value, 0);
    case 'Parameters':
      return parameterHits(index, value);
    case 'Id':
      return idFieldHits(index, value);
    case 'Author': {
      const isIt = isWildcard(value) ? nameTest(value) : partTest(value);
      const authorOf = await index.authors();
      return testHits(index, (number) => isIt(authorOf(number)));
    }
    case 'Version': {
      const isIt = isWildcard(value) ? nameTest(value) : comparisonTest(value, compareVersionTexts);
      const versionOf = await index.versions();
      return testHits(index, (number) => isIt(versionOf(number)));
    }
    default:
      return testHits(index, catalogueTest(index, await index.catalogue(), field, value));
  }
}

/** Whoever names a part of a name means the package that is called just so most of all. */
async function idFieldHits(index: SearchIndex, value: string): Promise<Hits> {
  const ids = await index.ids();
  if (isWildcard(value)) {
    const isIt = nameTest(value);
    return testHits(index, (number) => isIt(ids[number] ?? ''));
  }
  const part = foldText(value);
  const hits = noHits(index.head.packageCount);
  for (const [number, id] of ids.entries()) {
    const name = foldText(id);
    const at = name.indexOf(part);
    if (at < 0) continue;
    const weight = at > 0 ? WEIGHTS.idWord : name === part ? WEIGHTS.exactId : WEIGHTS.idPrefix;
    hits[number] = weight * closeness(part.length, name.length);
  }
  return hits;
}

async function commandFieldHits(
  index: SearchIndex,
  value: string,
  kinds: readonly SearchCommandKind[],
): Promise<Hits> {
  const hits = noHits(index.head.packageCount);
  for (const { uses } of await commandsCalled(index, value)) {
    for (const use of uses) if (kinds.includes(use.kind)) noteBest(hits, use.package, WEIGHTS.exactCommand);
  }
  return hits;
}

async function listHits(index: SearchIndex, name: PartName, value: string, score: number): Promise<Hits> {
  const hits = noHits(index.head.packageCount);
  for (const { data } of await rowsLike(index, name, value)) {
    for (const number of readAscending(data)) noteBest(hits, number, score);
  }
  return hits;
}

async function parameterHits(index: SearchIndex, value: string): Promise<Hits> {
  const hits = noHits(index.head.packageCount);
  for (const { packages } of await parametersCalled(index, value)) {
    for (const number of packages) noteBest(hits, number, WEIGHTS.commandWord);
  }
  return hits;
}

function testHits(index: SearchIndex, isIn: (number: number) => boolean): Hits {
  return noHits(index.head.packageCount).map((miss, number) => (isIn(number) ? 0 : miss));
}

function catalogueTest(
  { head }: SearchIndex,
  catalogue: Catalogue,
  field: FieldName,
  value: string,
): (number: number) => boolean {
  const { flags, quality, days } = catalogue;
  const isIt = nameTest(value);
  const hasFlag = (flag: number) => (number: number) => ((flags[number] ?? 0) & flag) !== 0;
  switch (field) {
    case 'Owner':
      return (number) => catalogue.owners(number).some(isIt);
    case 'Category':
      return (number) =>
        catalogue.categories(number).some((id) => isIt(id) || isIt(head.categories[id] ?? id));
    case 'License':
      return (number) => isIt(catalogue.license(number));
    case 'Quality':
      return numberTest(value, (number) => quality[number] ?? 0);
    case 'Updated': {
      const isDay = comparisonTest(value, compareDay);
      return (number) => isDay(dayText(days[number] ?? 0));
    }
    case 'Prerelease': {
      const isWanted = /^(?:yes|true)$/i.test(value);
      const isPrerelease = hasFlag(Flag.prerelease);
      return (number) => isPrerelease(number) === isWanted;
    }
    case 'PowerShellVersion':
      return powerShellTest(catalogue, value);
    default: {
      const wanted = FLAG_VALUES[field] ?? [];
      const chosen = wanted.filter(([name]) => isIt(name));
      return (number) => chosen.some(([, test]) => test(flags[number] ?? 0));
    }
  }
}

const bit = (flag: number) => (flags: number) => (flags & flag) !== 0;

/** Names of values that are kept as bits. */
const FLAG_VALUES: Readonly<
  Partial<Record<FieldName, readonly (readonly [name: string, test: (flags: number) => boolean])[]>>
> = {
  Type: [
    ['script', bit(Flag.script)],
    ['module', (flags) => (flags & Flag.script) === 0],
  ],
  Edition: [
    ['core', bit(Flag.core)],
    ['desktop', bit(Flag.desktop)],
  ],
  OS: [
    ['windows', bit(Flag.windows)],
    ['linux', bit(Flag.linux)],
    ['macos', bit(Flag.macos)],
  ],
  Includes: INCLUDED_KINDS.flatMap((kind, at) => {
    const test = bit(Flag.included << at);
    const names = [...new Set([kind, kind.replace('-', '')])];
    return names.map((name) => [name, test] as const);
  }),
};

/**
 * Without a comparison: whether a package runs on that version. One that names no least version runs on all; one for
 * the edition Core alone does not run on 5.1 and below.
 */
function powerShellTest(catalogue: Catalogue, value: string): (number: number) => boolean {
  const least = (number: number) => catalogue.powerShell(number) || '0';
  if (!/^\d/.test(value) || value.includes('..')) {
    const isIt = comparisonTest(value, compareVersionTexts);
    return (number) => isIt(least(number));
  }
  const isBeforeCore = compareVersionTexts(value, '6.0') < 0;
  return (number) => {
    const editions = (catalogue.flags[number] ?? 0) & (Flag.core | Flag.desktop);
    if (isBeforeCore && editions === Flag.core) return false;
    return compareVersionTexts(least(number), value) <= 0;
  };
}

/** The whole name, or a pattern for it. */
function nameTest(value: string): (name: string) => boolean {
  if (isWildcard(value)) {
    const { matches } = readWildcard(value);
    return (name) => matches(foldText(name));
  }
  const wanted = foldText(value);
  return (name) => foldText(name) === wanted;
}

function partTest(value: string): (text: string) => boolean {
  const wanted = foldText(value);
  return (text) => foldText(text).includes(wanted);
}

function comparisonTest(value: string, compare: (a: string, b: string) => number): (text: string) => boolean {
  const comparisons = readComparisons(value);
  return (text) =>
    (compare !== compareVersionTexts || isVersionText(text)) &&
    comparisons.every((one) => holds(one.sign, compare(text, one.value)));
}

function numberTest(value: string, numberOf: (number: number) => number): (number: number) => boolean {
  const comparisons = readComparisons(value).map(({ sign, value: text }) => ({ sign, value: Number(text) }));
  return (number) => comparisons.every((one) => holds(one.sign, numberOf(number) - one.value));
}
