/** Which versions answer a query, in which order, and which of them are on the page. */

import { fail, ok, type Result } from '../../domain/result.ts';
import { isSemVer2 } from '../../domain/semver-level.ts';
import type { V2PropertyName } from '../../feed/v2/properties.ts';
import type { Catalogue, CatalogueVersion } from '../catalogue/catalogue.ts';
import { compileFilter } from '../odata/evaluate-filter.ts';
import { type FilterHints, hintsOf } from '../odata/filter-hints.ts';
import { compileOrder, type OrderValues } from '../odata/order-by.ts';
import type { QueryOptions } from '../odata/query-options.ts';
import type { Scan, ScanProblem } from '../scan-turns.ts';
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
/** What so many are sorted by takes little memory. */
const HELD_FREELY = 5_000;

/** Fails with what of the query cannot be answered. */
export async function selectVersions(
  catalogue: Catalogue,
  { source, operation }: { readonly source: V2Path['source']; readonly operation: V2Operation },
  options: QueryOptions,
  isCountAsked: boolean,
  scan: Scan,
): Promise<Result<VersionSelection, ScanProblem>> {
  const hints = options.filter && hintsOf(options.filter);
  const term = operation === 'Search' ? (options.searchTerm ?? '').trim() : '';
  const search = term === '' ? undefined : searchTest(term, { isPartOfWord: true });
  if (search && !search.ok) return fail({ status: 400, message: search.problem });
  const found = findCandidates(catalogue, source === 'scripts', operation, options, hints);
  if (!found.ok) return fail({ status: 400, message: found.problem });

  const { skip, top } = options;
  const cap = term !== '' || hints?.properties.has('Tags') ? SEARCH_PAGE : WHOLE_PAGE;
  const size = Math.min(top ?? DEFAULT_PAGE, cap);
  const isWhole = isCountAsked || options.orderBy.length > 0 || search !== undefined;
  const matches = await filterVersions(found.value, {
    options,
    scan,
    search: search?.value,
    // `Find-Package -AllowPrereleaseVersions` asks for the latest by this name, prereleases among them.
    isLatestAbsolute: operation === 'Search' && options.includePrerelease === true,
    limit: isWhole ? undefined : skip + size + 1,
  });
  if (!matches.ok) return matches;
  const ordered = await inOrder(matches.value, options, scan);
  if (!ordered.ok) return ordered;
  const all = ordered.value;
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
      const found = candidates(catalogue, {
        ids: hints?.ids,
        idPrefix: hints?.idPrefix,
        isScriptsOnly,
        isListedOnly: true,
        isStableOnly: !isPrereleaseWanted,
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
        idPrefix: hints?.idPrefix,
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

interface Match extends CatalogueVersion {
  readonly score: number;
}

async function filterVersions(
  versions: Iterable<CatalogueVersion>,
  {
    options,
    scan,
    search,
    isLatestAbsolute,
    limit,
  }: {
    readonly options: QueryOptions;
    readonly scan: Scan;
    readonly search: SearchTest | undefined;
    readonly isLatestAbsolute: boolean;
    readonly limit: number | undefined;
  },
): Promise<Result<readonly Match[], ScanProblem>> {
  const reader = openValueReader();
  const fits = options.filter && compileFilter(options.filter);
  const matches: Match[] = [];
  const problem = await scan.each(versions, (version) => {
    const property = (name: V2PropertyName) =>
      reader.valueOf(
        version,
        name === 'IsLatestVersion' && isLatestAbsolute ? 'IsAbsoluteLatestVersion' : name,
      );
    if (fits && !fits(property)) return false;
    const score = search ? search(version) : 0;
    if (score !== undefined) matches.push({ ...version, score });
    return matches.length === limit;
  });
  return problem ? fail(problem) : ok(matches);
}

async function inOrder(
  matches: readonly Match[],
  { orderBy }: QueryOptions,
  scan: Scan,
): Promise<Result<readonly Match[], ScanProblem>> {
  if (orderBy.length === 0) {
    // Sorting is stable: of the same score they stay in the order of ids.
    const isScored = matches.some(({ score }) => score !== 0);
    return ok(isScored ? matches.toSorted((a, b) => b.score - a.score) : matches);
  }
  const reader = openValueReader();
  const order = compileOrder(orderBy);
  const sort = async () => {
    const keyed: { readonly match: Match; readonly values: OrderValues }[] = [];
    const problem = await scan.each(matches, (match) => {
      keyed.push({ match, values: order.valuesOf((name) => reader.valueOf(match, name)) });
      return false;
    });
    if (problem) return fail(problem);
    return ok(keyed.sort((a, b) => order.compare(a.values, b.values)).map(({ match }) => match));
  };
  return matches.length > HELD_FREELY ? scan.holding(sort) : sort();
}
