/**
 * The query string of a V2 request: OData's `$options` and the parameters of NuGet's operations, by names in any case.
 * An `$option` that is not understood is a problem, since it would change the answer; a plain parameter that is not
 * known is ignored, as OData wants it.
 *
 * URLSearchParams has decoded `%20` and `+` to a blank and `%2B` to a plus. A plus that a client left as it is
 * arrives as a blank; within a version, which holds none, it is read as a plus again.
 */

import { fail, ok, type Result } from '../../domain/result.ts';
import { understandsSemVer2 } from '../../domain/semver-level.ts';
import type { V2PropertyName } from '../../feed/v2/properties.ts';
import type { FilterExpression } from './filter-expression.ts';
import { shorten } from './filter-problem.ts';
import { type OrderKey, parseOrderBy } from './order-by.ts';
import { parseFilter } from './parse-filter.ts';
import { parseSelect } from './select.ts';
import { readStringParameter } from './string-parameter.ts';

export interface QueryOptions {
  readonly filter: FilterExpression | undefined;
  /** Empty when the answer may come in its own order. */
  readonly orderBy: readonly OrderKey[];
  readonly skip: number;
  /** As asked for; how many one page gives is up to the server. */
  readonly top: number | undefined;
  /** In the order of the feed; undefined for all. */
  readonly select: ReadonlySet<V2PropertyName> | undefined;
  readonly inlineCount: 'allpages' | 'none';
  /** As the server wrote it into a next link. */
  readonly skipToken: string | undefined;
  readonly format: 'atom' | 'json' | undefined;
  /** 2 when the client asks for `semVerLevel=2.0.0` or later; else packages of SemVer 2 would be strange to it. */
  readonly semVerLevel: 1 | 2;
  readonly includePrerelease: boolean | undefined;
  readonly includeAllVersions: boolean | undefined;
  readonly searchTerm: string | undefined;
  /** Frameworks with `|` between them, of `targetFramework` or `targetFrameworks`. */
  readonly targetFramework: string | undefined;
  readonly id: string | undefined;
  readonly version: string | undefined;
  /** Of GetUpdates, as are the next two; constraints stand at the place of their id, '' for none. */
  readonly packageIds: readonly string[] | undefined;
  readonly versions: readonly string[] | undefined;
  readonly versionConstraints: readonly string[] | undefined;
}

export interface QueryProblem {
  /** As OData or NuGet spells it, or as it was found when it is unknown: `$filter`. */
  readonly option: string;
  /** Sentences for the answer with status 400; harmless for a terminal or a page of plain text. */
  readonly message: string;
}

const OPTIONS = [
  '$filter',
  '$orderby',
  '$skip',
  '$top',
  '$select',
  '$inlinecount',
  '$skiptoken',
  '$format',
] as const;

const PARAMETERS = [
  'semVerLevel',
  'includePrerelease',
  'includeAllVersions',
  'searchTerm',
  'targetFramework',
  'targetFrameworks',
  'id',
  'version',
  'packageIds',
  'versions',
  'versionConstraints',
] as const;

type Name = (typeof OPTIONS)[number] | (typeof PARAMETERS)[number];

const NAMES: ReadonlyMap<string, Name> = new Map(
  [...OPTIONS, ...PARAMETERS].map((name) => [name.toLowerCase(), name]),
);

/** Characters of one value: nuget's GetUpdates lists every installed package in one. */
const VALUE_MAX_LENGTH = 16_000;
/** Of .NET's Int32, which the protocol counts in. */
const COUNT_MAX = 2_147_483_647;

export function readQueryOptions(params: URLSearchParams): Result<QueryOptions, QueryProblem> {
  const given = readValues(params);
  if (!given.ok) return given;
  const values = given.value;
  const problems: QueryProblem[] = [];
  const read = <T>(name: Name, parse: (text: string) => Result<T, Told>): T | undefined => {
    const value = values.get(name) ?? '';
    if (value.trim() === '') return undefined;
    const result = parse(value);
    if (result.ok) return result.value;
    problems.push({ option: name, message: `${name}: ${result.problem.message}` });
    return undefined;
  };
  const text = (name: Name): string | undefined => {
    const value = values.get(name);
    return value === undefined ? undefined : readStringParameter(value);
  };
  const options: QueryOptions = {
    filter: read('$filter', parseFilter),
    orderBy: read('$orderby', parseOrderBy) ?? [],
    skip: read('$skip', parseCount) ?? 0,
    top: read('$top', parseCount),
    select: read('$select', parseSelect),
    inlineCount: read('$inlinecount', parseInlineCount) ?? 'none',
    skipToken: values.get('$skiptoken'),
    format: read('$format', parseFormat),
    semVerLevel: understandsSemVer2(text('semVerLevel')) ? 2 : 1,
    includePrerelease: read('includePrerelease', parseBoolean),
    includeAllVersions: read('includeAllVersions', parseBoolean),
    searchTerm: text('searchTerm'),
    targetFramework: text('targetFramework') ?? text('targetFrameworks'),
    id: text('id'),
    version: withPlus(text('version')),
    packageIds: text('packageIds')?.split('|'),
    versions: withPlus(text('versions'))?.split('|'),
    versionConstraints: text('versionConstraints')?.split('|'),
  };
  const [problem] = problems;
  return problem === undefined ? ok(options) : fail(problem);
}

/** A problem of whatever kind, as far as it is told here. */
interface Told {
  readonly message: string;
}

function readValues(params: URLSearchParams): Result<ReadonlyMap<Name, string>, QueryProblem> {
  const values = new Map<Name, string>();
  for (const [written, value] of params) {
    const name = NAMES.get(written.toLowerCase());
    if (name === undefined) {
      if (written.startsWith('$')) return fail(unknownOption(written));
      continue;
    }
    const earlier = values.get(name);
    if (earlier !== undefined && earlier !== value) {
      return fail({ option: name, message: `${name} is given twice, with two values. Give it once.` });
    }
    if (value.length > VALUE_MAX_LENGTH) {
      const message = `${name} has ${value.length} characters; at most ${VALUE_MAX_LENGTH} are read.`;
      return fail({ option: name, message });
    }
    values.set(name, value);
  }
  return ok(values);
}

function unknownOption(written: string): QueryProblem {
  const option = shorten(written);
  if (written.toLowerCase() === '$expand') {
    return { option, message: '$expand is refused: a package has nothing that could be expanded.' };
  }
  return { option, message: `There is no option \`${option}\` here. Known are ${OPTIONS.join(', ')}.` };
}

function parseCount(text: string): Result<number, Told> {
  const value = /^\d{1,10}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (value <= COUNT_MAX) return ok(value);
  return fail({ message: `\`${shorten(text)}\` is no whole number from 0 to ${COUNT_MAX}.` });
}

function parseInlineCount(text: string): Result<'allpages' | 'none', Told> {
  const value = text.trim().toLowerCase();
  if (value === 'allpages' || value === 'none') return ok(value);
  return fail({ message: `\`${shorten(text)}\` is neither allpages nor none.` });
}

function parseFormat(text: string): Result<'atom' | 'json', Told> {
  const [type = ''] = text.trim().toLowerCase().split(';');
  if (type === 'json' || type === 'application/json') return ok('json');
  if (type === 'atom' || type === 'application/atom+xml' || type === 'xml') return ok('atom');
  return fail({ message: `There is no format \`${shorten(text)}\`. Known are atom and json.` });
}

function parseBoolean(text: string): Result<boolean, Told> {
  const value = readStringParameter(text.trim()).toLowerCase();
  if (value === 'true' || value === 'false') return ok(value === 'true');
  return fail({ message: `\`${shorten(text)}\` is neither true nor false.` });
}

/** What is no version asks for nothing, as at nuget.org. */
function withPlus(text: string | undefined): string | undefined {
  return text?.trim().replaceAll(' ', '+');
}
