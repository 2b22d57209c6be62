/** Boxes beside the results: by what they can be narrowed, and how many would be left. */
import { compareVersionTexts } from './comparison.ts';
import type { FieldName } from './fields.ts';
import { queryHits } from './find-packages.ts';
import { hitNumbers } from './hits.ts';
import { Flag, type PackageFacts } from './index-format.ts';
import type { SearchIndex } from './open-index.ts';
import type { Query } from './query.ts';
import { groupsWithout, tickedValues } from './query-edit.ts';
import { INCLUDED_KINDS } from './search-record.ts';

export interface FacetOption {
  /** As a query names it. */
  readonly value: string;
  readonly title: string;
  readonly count: number;
  readonly isTicked: boolean;
}

export interface Facet {
  readonly field: FieldName;
  readonly title: string;
  /** A sentence, where the boxes do not explain themselves. */
  readonly help: string | undefined;
  /** Whether ticking one unticks the others. */
  readonly isSingle: boolean;
  readonly options: readonly FacetOption[];
}

interface FacetKind {
  readonly field: FieldName;
  readonly title: string;
  readonly help?: string;
  readonly isSingle?: boolean;
  /** Values that a package counts for. */
  readonly valuesOf: (facts: PackageFacts) => readonly string[];
  readonly titleOf?: (value: string) => string;
  /** Values in their order; else the most frequent come first. */
  readonly order?: readonly string[];
}

/** More are asked for by typing. */
const MAX_OPTIONS = 8;

const INCLUDED_TITLES: Readonly<Record<string, string>> = {
  function: 'Functions',
  cmdlet: 'Cmdlets',
  'dsc-resource': 'DSC resources',
  'role-capability': 'Role capabilities',
  workflow: 'Workflows',
};

function facetKinds(categories: Readonly<Record<string, string>>): readonly FacetKind[] {
  const flagged =
    (...values: readonly (readonly [flag: number, value: string])[]) =>
    ({ flags }: PackageFacts) =>
      values.filter(([flag]) => (flags & flag) !== 0).map(([, value]) => value);
  return [
    {
      field: 'Type',
      title: 'Type',
      valuesOf: ({ flags }) => [(flags & Flag.script) === 0 ? 'module' : 'script'],
      titleOf: (value) => (value === 'module' ? 'Module' : 'Script'),
      order: ['module', 'script'],
    },
    {
      field: 'Category',
      title: 'Category',
      help: 'Ticking several shows packages of any of them. Packages of no category show only while none is ticked.',
      valuesOf: (facts) => facts.categories,
      titleOf: (id) => categories[id] ?? id,
    },
    {
      field: 'PowerShellVersion',
      title: 'Runs on PowerShell',
      help: 'By the least version and the editions that a package names; one that names none counts.',
      isSingle: true,
      valuesOf: powerShellsOf(),
      order: POWERSHELLS,
    },
    {
      field: 'Edition',
      title: 'Edition',
      valuesOf: flagged([Flag.core, 'Core'], [Flag.desktop, 'Desktop']),
      order: ['Core', 'Desktop'],
    },
    {
      field: 'OS',
      title: 'System',
      valuesOf: flagged([Flag.windows, 'Windows'], [Flag.linux, 'Linux'], [Flag.macos, 'macOS']),
      order: ['Windows', 'Linux', 'macOS'],
    },
    {
      field: 'Includes',
      title: 'Contains',
      valuesOf: ({ flags }) => INCLUDED_KINDS.filter((_, at) => (flags & (Flag.included << at)) !== 0),
      titleOf: (value) => INCLUDED_TITLES[value] ?? value,
      order: INCLUDED_KINDS,
    },
    { field: 'License', title: 'Licence', valuesOf: ({ license }) => (license === '' ? [] : [license]) },
    { field: 'Owner', title: 'Owner', valuesOf: ({ owners }) => owners },
    {
      field: 'Prerelease',
      title: 'Newest version',
      valuesOf: ({ flags }) => [(flags & Flag.prerelease) === 0 ? 'no' : 'yes'],
      titleOf: (value) => (value === 'no' ? 'Stable' : 'Prerelease'),
      order: ['no', 'yes'],
    },
  ];
}

const POWERSHELLS = ['7.4', '7.0', '5.1', '3.0'];

/** Least versions and editions repeat, and there may be thousands of packages. */
function powerShellsOf(): (facts: PackageFacts) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return ({ powerShell, flags }) => {
    const editions = flags & (Flag.core | Flag.desktop);
    const key = `${editions} ${powerShell}`;
    const found = known.get(key) ?? POWERSHELLS.filter((version) => runsOn(powerShell, editions, version));
    known.set(key, found);
    return found;
  };
}

function runsOn(least: string, editions: number, version: string): boolean {
  if (editions === Flag.core && compareVersionTexts(version, '6.0') < 0) return false;
  return compareVersionTexts(least || '0', version) <= 0;
}

/**
 * @param numbers  of the packages that the query finds
 * @returns only those facets by which these packages differ, or in which something is ticked
 */
export async function countFacets(
  index: SearchIndex,
  query: Query,
  numbers: readonly number[],
  factsOf: (number: number) => PackageFacts,
): Promise<readonly Facet[]> {
  const facets = await Promise.all(
    facetKinds(index.head.categories).map(async (kind): Promise<Facet> => {
      const ticked = tickedValues(query, kind.field);
      const counted =
        ticked.length === 0
          ? { numbers, factsOf }
          : {
              numbers: hitNumbers(await queryHits(index, groupsWithout(query, kind.field))),
              factsOf: (await index.catalogue()).facts,
            };
      return countFacet(kind, ticked, counted.numbers.map(counted.factsOf));
    }),
  );
  return facets.filter(({ options }) =>
    options.some(({ isTicked, count }) => isTicked || count < numbers.length),
  );
}

function moreHelp({ field }: FacetKind, hidden: number): string | undefined {
  return hidden === 0 ? undefined : `The most frequent; for one of the ${hidden} others type ${field}:…`;
}

function countFacet(kind: FacetKind, ticked: readonly string[], all: readonly PackageFacts[]): Facet {
  const counts = new Map<string, number>();
  for (const facts of all) {
    for (const value of kind.valuesOf(facts)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  for (const value of ticked) {
    const isKnown = [...counts.keys()].some((known) => known.toLowerCase() === value);
    if (!isKnown) counts.set(value, 0);
  }
  const { order } = kind;
  const values = [...counts].sort(([a, one], [b, other]) =>
    order ? order.indexOf(a) - order.indexOf(b) : other - one || (a < b ? -1 : 1),
  );
  const isTicked = (value: string) => ticked.includes(value.toLowerCase());
  const shown = values.filter(([value], at) => at < MAX_OPTIONS || isTicked(value));
  return {
    field: kind.field,
    title: kind.title,
    help: [kind.help, moreHelp(kind, values.length - shown.length)].filter(Boolean).join(' ') || undefined,
    isSingle: kind.isSingle ?? false,
    options: shown.map(([value, count]) => ({
      value,
      title: kind.titleOf?.(value) ?? value,
      count,
      isTicked: isTicked(value),
    })),
  };
}
