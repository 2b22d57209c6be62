/** Which versions answer a query, in which order, and which of them are on the page. */

import { fail, ok, type Result } from '../../domain/result.ts';
import { isSemVer2 } from '../../domain/semver-level.ts';
import type { V2PropertyName } from '../../feed/v2/properties.ts';
import type { Catalogue, CatalogueVersion } from '../catalogue/catalogue.ts';
import { compileFilter } from '../odata/evaluate-filter.ts';
import { type FilterHints, hintsOf } from '../odata/filter-hints.ts';
import { compileOrder } from '../odata/order-by.ts';
import type { QueryOptions } from '../odata/query-options.ts';
import { type SearchTest, searchTest } from '../search/search-test.ts';
import { candidates, updateCandidates } from './candidates.ts';
import { namesVersion } from './named-version.ts';
import type { V2Operation, V2Path } from './v2-path.ts';
import { openValueReader } from './version-values.ts';

export interface VersionSelection {
  readonly page: readonly CatalogueVersion[];
  /** Of all pages; undefined when it was not counted. */
  readonly count: number | undefined;
  /** Where the next page begins, when the server ends this one before the client would. */
  readonly nextSkip: number | undefined;
}

/** Clients page by it when they name no size of their own. */
const DEFAULT_PAGE = 100;
/**
 * PSResourceGet asks for 6,000 and means it when it wants everything; of tags and commands it asks for as many, but goes on
 * by hundreds, and would show the rest of a longer page again.
 */
const WHOLE_PAGE = 6_000;
const SEARCH_PAGE = 100;
/** After so long others get their turn, */
const TURN_MS = 15;
/** and after so long it is enough: a filter can be written that takes minutes. */
const MAX_SCAN_MS = 3_000;
/** The clock is looked at after so many versions. */
const CLOCK_EVERY = 32;

/** Fails with a sentence on what of the query cannot be answered. */
export async function selectVersions(
  catalogue: Catalogue,
  { source, operation }: { readonly source: V2Path['source']; readonly operation: V2Operation },
  options: QueryOptions,
  isCountAsked: boolean,
  now: () => number,
): Promise<Result<VersionSelection, string>> {
  const hints = options.filter && hintsOf(options.filter);
  const term = operation === 'Search' ? (options.searchTerm ?? '').trim() : '';
  const search = term === '' ? undefined : searchTest(term, { isPartOfWord: true });
  if (search && !search.ok) return search;
  const found = findCandidates(catalogue, source === 'scripts', operation, options, hints);
  if (!found.ok) return found;

  const { skip, top } = options;
  const cap = term !== '' || hints?.properties.has('Tags') ? SEARCH_PAGE : WHOLE_PAGE;
  const size = Math.min(top ?? DEFAULT_PAGE, cap);
  const isWhole = isCountAsked || options.orderBy.length > 0 || search !== undefined;
  const matches = await filterVersions(found.value, {
    options,
    now,
    search: search?.value,
    // `Find-Package -AllowPrereleaseVersions` asks for the latest by this name, prereleases among them.
    isLatestAbsolute: operation === 'Search' && options.includePrerelease === true,
    limit: isWhole ? undefined : skip + size + 1,
  });
  if (!matches) return fail(TOO_LONG);
  const all = inOrder(matches, options);
  const isCut = all.length > skip + size && (top === undefined || top > size);
  return ok({
    page: all.slice(skip, skip + size),
    count: isCountAsked ? all.length : undefined,
    nextSkip: isCut ? skip + size : undefined,
  });
}

function findCandidates(
  catalogue: Catalogue,
  isScriptsOnly: boolean,
  operation: V2Operation,
  options: QueryOptions,
  hints: FilterHints | undefined,
): Result<Iterable<CatalogueVersion>, string> {
  const isPrereleaseWanted = options.includePrerelease === true;
  switch (operation) {
    case 'Search': {
      const only =
        hints?.isAbsoluteLatest || (hints?.isLatest && isPrereleaseWanted)
          ? 'absolute-latest'
          : hints?.isLatest
            ? 'latest'
            : undefined;
      const isStableOnly = !isPrereleaseWanted;
      const found = candidates(catalogue, {
        ids: hints?.ids,
        isScriptsOnly,
        isListedOnly: true,
        isStableOnly,
        only,
      });
      return ok(readable(found, options));
    }
    case 'FindPackagesById': {
      if (options.id === undefined)
        return fail("FindPackagesById() needs the id of a package: ?id='Contoso.Tools'.");
      // Whoever names a version may have one that is not listed; PSResourceGet takes the first of a range without a look.
      const isListedOnly = options.filter !== undefined && !namesVersion(options.filter);
      return ok(
        candidates(catalogue, {
          ids: [options.id.toLowerCase()],
          // PowerShellGet 2 looks for the modules that a script needs in the script source.
          isScriptsOnly: false,
          isListedOnly,
          isStableOnly: false,
        }),
      );
    }
    case 'Packages': {
      const found = candidates(catalogue, {
        ids: hints?.ids,
        isScriptsOnly,
        isListedOnly: false,
        isStableOnly: false,
        only: hints?.isLatest ? 'latest' : hints?.isAbsoluteLatest ? 'absolute-latest' : undefined,
      });
      return ok(readable(found, options));
    }
    case 'GetUpdates':
      return ok(
        updateCandidates(catalogue, {
          ids: options.packageIds ?? [],
          versions: options.versions ?? [],
          constraints: options.versionConstraints ?? [],
          isPrereleaseWanted,
          isEveryVersionWanted: options.includeAllVersions === true,
        }),
      );
    default:
      return operation satisfies never;
  }
}

/** One version that an old client cannot read would spoil the whole list for it. */
function* readable(versions: Iterable<CatalogueVersion>, { semVerLevel }: QueryOptions) {
  const isAll = semVerLevel === 2;
  for (const version of versions) {
    if (isAll || !isSemVer2(version.owner.versions[version.at] ?? '')) yield version;
  }
}

const TOO_LONG = 'This query takes too long. Narrow it by an id, or ask for IsLatestVersion only.';

interface Match extends CatalogueVersion {
  readonly score: number;
}

/** @returns undefined when it took too long */
async function filterVersions(
  versions: Iterable<CatalogueVersion>,
  {
    options,
    now,
    search,
    isLatestAbsolute,
    limit,
  }: {
    readonly options: QueryOptions;
    readonly now: () => number;
    readonly search: SearchTest | undefined;
    readonly isLatestAbsolute: boolean;
    readonly limit: number | undefined;
  },
): Promise<readonly Match[] | undefined> {
  const reader = openValueReader();
  const fits = options.filter && compileFilter(options.filter);
  const matches: Match[] = [];
  let seenCount = 0;
  const startedAtMs = now();
  let turnedAtMs = startedAtMs;
  for (const version of versions) {
    if (++seenCount % CLOCK_EVERY === 0 && now() - turnedAtMs > TURN_MS) {
      if (now() - startedAtMs > MAX_SCAN_MS) return undefined;
      await pause();
      turnedAtMs = now();
    }
    const property = (name: V2PropertyName) =>
      reader.valueOf(
        version,
        name === 'IsLatestVersion' && isLatestAbsolute ? 'IsAbsoluteLatestVersion' : name,
      );
    if (fits && !fits(property)) continue;
    const score = search ? search(version) : 0;
    if (score === undefined) continue;
    matches.push({ ...version, score });
    if (matches.length === limit) break;
  }
  return matches;
}

function inOrder(matches: readonly Match[], { orderBy }: QueryOptions): readonly Match[] {
  if (orderBy.length > 0) {
    const reader = openValueReader();
    const order = compileOrder(orderBy);
    return matches
      .map((match) => ({ match, values: order.valuesOf((name) => reader.valueOf(match, name)) }))
      .sort((a, b) => order.compare(a.values, b.values))
      .map(({ match }) => match);
  }
  // Sorting is stable: of the same score they stay in the order of ids.
  return matches.some(({ score }) => score !== 0) ? matches.toSorted((a, b) => b.score - a.score) : matches;
}

/** Lets other requests be answered in between. */
function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
