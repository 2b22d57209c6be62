/** V3's search and autocomplete, answered for the query: a static host can give only everything. */
import { isPrerelease } from '../../domain/nuget-version.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import { isSemVer2 } from '../../domain/semver-level.ts';
import { renderSearchResult } from '../../feed/v3/search-result.ts';
import type { Catalogue, CataloguePackage } from '../catalogue/catalogue.ts';
import { versionAt } from '../catalogue/complete-values.ts';
import type { Scan, ScanProblem } from '../scan-turns.ts';
import { searchTest } from '../search/search-test.ts';
import type { V3Options } from './v3-options.ts';

interface Hit {
  readonly owner: CataloguePackage;
  /** The version that stands for it in this search. */
  readonly at: number;
  readonly score: number;
}

/** Fails with what of the query cannot be answered. */
export async function renderV3Search(
  catalogue: Catalogue,
  options: V3Options,
  scan: Scan,
): Promise<Result<string, ScanProblem>> {
  const hits = await findHits(catalogue, options, scan);
  if (!hits.ok) return hits;
  const page = hits.value.slice(options.skip, options.skip + options.take);
  const data = page.map((hit) => resultOf(catalogue, hit, options));
  return ok(`{"totalHits":${hits.value.length},"data":[${data.join(',')}]}`);
}

/** Ids that hold the text, those that start with it first; or the versions of one id. */
export function renderV3Autocomplete(catalogue: Catalogue, options: V3Options): string {
  const { id, q, skip, take } = options;
  if (id !== undefined) {
    const owner = catalogue.byKey.get(id.toLowerCase());
    const versions = owner
      ? visibleVersions(owner, options).map((at) => versionAt(owner, at).normalized)
      : [];
    return JSON.stringify({ totalHits: versions.length, data: versions });
  }
  const part = (q ?? '').toLowerCase();
  const owners = catalogue.packages.filter(
    (owner) => owner.key.includes(part) && shownVersion(owner, options) >= 0 && isOfType(options),
  );
  const rank = ({ key }: CataloguePackage) => (key === part ? 0 : key.startsWith(part) ? 1 : 2);
  const found = owners.toSorted((a, b) => rank(a) - rank(b)).map((owner) => owner.id);
  return JSON.stringify({ totalHits: found.length, data: found.slice(skip, skip + take) });
}

async function findHits(
  catalogue: Catalogue,
  options: V3Options,
  scan: Scan,
): Promise<Result<readonly Hit[], ScanProblem>> {
  const test = searchTest(options.q ?? '');
  if (!test.ok) return fail({ status: 400, message: test.problem });
  if (!isOfType(options)) return ok([]);
  const hits: Hit[] = [];
  const problem = await scan.each(catalogue.packages, (owner) => {
    const at = shownVersion(owner, options);
    const score = at < 0 ? undefined : test.value({ owner, at });
    if (score !== undefined) hits.push({ owner, at, score });
    return false;
  });
  if (problem) return fail(problem);
  // Sorting is stable: of the same score they stay in the order of ids.
  return ok(hits.sort((a, b) => b.score - a.score));
}

/** Packages of PowerShell are of the type that everything is which names none. */
function isOfType({ packageType }: V3Options): boolean {
  return packageType === undefined || packageType.toLowerCase() === 'dependency';
}

/** The highest that the searcher may see; -1 when there is none. */
function shownVersion(owner: CataloguePackage, options: V3Options): number {
  const at = options.isPrereleaseWanted ? owner.absoluteLatest : owner.latest;
  if (at < 0 || options.isSemVer2Wanted || !isSemVer2(owner.versions[at] ?? '')) return at;
  return visibleVersions(owner, options).at(-1) ?? -1;
}

function visibleVersions(
  owner: CataloguePackage,
  { isPrereleaseWanted, isSemVer2Wanted }: V3Options,
): readonly number[] {
  return owner.versions.flatMap((text, at) => {
    if (!owner.isListed(at)) return [];
    if (!isPrereleaseWanted && isPrerelease(versionAt(owner, at))) return [];
    return !isSemVer2Wanted && isSemVer2(text) ? [] : [at];
  });
}

function resultOf({ urls }: Catalogue, { owner, at }: Hit, options: V3Options): string {
  const values = owner.values()[at];
  if (!values) throw new Error(`${owner.id} has no version ${at}`);
  const optional = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return renderSearchResult(urls, {
    id: owner.id,
    version: versionAt(owner, at),
    description: String(values.Description),
    summary: optional(values.Summary),
    title: String(values.Title),
    iconUrl: optional(values.IconUrl),
    licenseUrl: optional(values.LicenseUrl),
    projectUrl: optional(values.ProjectUrl),
    tags: owner.tags(at) === '' ? [] : owner.tags(at).split(' '),
    authors: String(values.Authors ?? ''),
    owners: owner.owners,
    versions: visibleVersions(owner, options).map((visible) => versionAt(owner, visible)),
  });
}
