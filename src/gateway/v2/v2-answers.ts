/** The addresses below api/v2/, answered for the query that is asked. */
import { isPrerelease } from '../../domain/nuget-version.ts';
import { blobPath, V2_ROOT, V2_SCRIPT_ROOT } from '../../feed/urls.ts';
import { renderV2Entry } from '../../feed/v2/entry.ts';
import { renderGatewayMetadata } from '../../feed/v2/metadata.ts';
import { namespaceDeclarations, USUAL_PREFIXES } from '../../feed/v2/namespaces.ts';
import { serviceDocument } from '../../feed/v2/service-document.ts';
import { escapeXml } from '../../feed/v2/xml-text.ts';
import type { Assets } from '../assets.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { versionAt } from '../catalogue/complete-values.ts';
import { markedAnswer } from '../marked-answer.ts';
import { chooseFormat } from '../odata/accept.ts';
import { type QueryOptions, readQueryOptions } from '../odata/query-options.ts';
import type { ScanTurns } from '../scan-turns.ts';
import { candidates, findVersion } from './candidates.ts';
import { atomFeed, blobUrl, jsonFeed } from './feed-body.ts';
import { jsonEntry } from './json-entry.ts';
import { selectVersions } from './select-versions.ts';
import { parseV2Path, type V2Path, type V2Resource } from './v2-path.ts';
import { textResponse, type V2Format, v2Problem, v2Response } from './v2-response.ts';

export interface V2Parts {
  readonly catalogue: () => Promise<Catalogue>;
  readonly assets: Assets;
  readonly turns: ScanTurns;
}

interface Asked {
  readonly request: Request;
  readonly params: URLSearchParams;
  readonly source: V2Path['source'];
  readonly format: V2Format;
  readonly catalogue: Catalogue;
  readonly assets: Assets;
  readonly turns: ScanTurns;
}

/** Fits GatewayParts. It answers every GET and HEAD below api/v2/: the static files of these addresses are for hosts that know no queries. */
export function v2Answers({ catalogue, assets, turns }: V2Parts) {
  return async (request: Request, path: string): Promise<Response> => {
    const { searchParams: params } = new URL(request.url);
    const format = formatOf(request, params);
    const parsed = parseV2Path(V2_ROOT + path);
    if (!parsed) return v2Problem(format, 404, `There is no ${path} here; ${V2_ROOT} tells what there is.`);
    const found = await catalogue();
    const asked = { request, params, source: parsed.source, format, catalogue: found, assets, turns };
    // A package is a file, with marks of its own.
    if (parsed.resource.kind === 'package') return download(asked, parsed.resource);
    const { resource } = parsed;
    return markedAnswer(request, `${found.mark}-${format}`, () => answer(asked, resource));
  };
}

function formatOf(request: Request, params: URLSearchParams): V2Format {
  const option = params.get('$format');
  const known = option === 'json' || option === 'atom' ? option : undefined;
  return chooseFormat(request.headers.get('accept'), known) === 'json-verbose' ? 'json' : 'atom';
}

function answer(
  asked: Asked,
  resource: Exclude<V2Resource, { kind: 'package' }>,
): Promise<Response> | Response {
  switch (resource.kind) {
    case 'service':
      return service(asked);
    case 'metadata':
      return v2Response('atom', 'document', renderGatewayMetadata());
    case 'list':
      return list(asked, resource);
    case 'entry':
      return entry(asked, resource);
    case 'package-ids':
      return packageIds(asked);
    case 'package-versions':
      return packageVersions(asked, resource.id);
    default:
      return resource satisfies never;
  }
}

function service({ format, source, catalogue }: Asked): Response {
  if (format === 'json') return v2Response('json', 'document', '{"d":{"EntitySets":["Packages"]}}');
  return v2Response('atom', 'document', serviceDocument(catalogue.urls.absolute(rootOf(source))));
}

async function list(
  { request, params, source, format, catalogue, turns }: Asked,
  { operation, isCount }: Extract<V2Resource, { kind: 'list' }>,
): Promise<Response> {
  const options = readQueryOptions(params);
  if (!options.ok) return v2Problem(format, 400, options.problem.message);
  const isCountAsked = isCount || options.value.inlineCount === 'allpages';
  const scan = turns.begin();
  const selection = await selectVersions(catalogue, { source, operation }, options.value, isCountAsked, scan);
  if (!selection.ok) return v2Problem(format, selection.problem.status, selection.problem.message);
  const { page, count, nextSkip } = selection.value;
  if (isCount) return textResponse(String(count));
  const root = rootOf(source);
  const content = {
    urls: catalogue.urls,
    path: `${root}${operation}${operation === 'Packages' ? '' : '()'}`,
    title: operation,
    root,
    versions: page,
    count,
    next:
      nextSkip === undefined
        ? undefined
        : nextPage(request, catalogue, root, operation, options.value, nextSkip),
    select: options.value.select,
  };
  return v2Response(format, 'feed', format === 'json' ? jsonFeed(content) : atomFeed(content));
}

/** The same query, further on. */
function nextPage(
  request: Request,
  { urls }: Catalogue,
  root: string,
  operation: string,
  { skip, top }: QueryOptions,
  nextSkip: number,
): string {
  const { searchParams } = new URL(request.url);
  for (const name of [...searchParams.keys()]) {
    if (/^\$(?:skip|top|skiptoken)$/i.test(name)) searchParams.delete(name);
  }
  searchParams.set('$skip', String(nextSkip));
  if (top !== undefined) searchParams.set('$top', String(top - (nextSkip - skip)));
  return `${urls.absolute(`${root}${operation}()`)}?${searchParams}`;
}

function entry(
  { source, format, catalogue, params }: Asked,
  { id, version }: { readonly id: string; readonly version: string },
): Response {
  const options = readQueryOptions(params);
  if (!options.ok) return v2Problem(format, 400, options.problem.message);
  const found = findVersion(catalogue, id, version);
  if (!found) return absent(format, id, version);
  const values = found.owner.values()[found.at];
  if (!values) return absent(format, id, version);
  const { urls } = catalogue;
  const { select } = options.value;
  const blob = blobUrl(urls, found);
  if (format === 'json') {
    return v2Response('json', 'entry', JSON.stringify({ d: jsonEntry({ urls, select }, values, blob) }));
  }
  const base = escapeXml(urls.absolute(rootOf(source)));
  const attributes = `xml:base="${base}" ${namespaceDeclarations(USUAL_PREFIXES)}`;
  const text = renderV2Entry({ urls, prefixes: USUAL_PREFIXES, select }, values, blob, attributes);
  return v2Response('atom', 'entry', `<?xml version="1.0" encoding="utf-8"?>\n${text}\n`);
}

async function download(
  { request, format, catalogue, assets }: Asked,
  { id, version }: { readonly id: string; readonly version: string | undefined },
): Promise<Response> {
  const owner = catalogue.byKey.get(id.toLowerCase());
  const latest = owner && owner.latest >= 0 ? { owner, at: owner.latest } : undefined;
  const found = version === undefined ? latest : findVersion(catalogue, id, version);
  const path = found && blobPath(found.owner.id, versionAt(found.owner, found.at));
  // The bytes themselves: on a redirect some clients would leave out by what they are let in.
  const response = path === undefined ? undefined : await assets.respond(request, path);
  return response ?? absent(format, id, version);
}

function packageIds({ params, source, catalogue }: Asked): Response {
  const part = (params.get('partialId') ?? '').toLowerCase();
  const isPrereleaseWanted = wantsPrerelease(params);
  const found = candidates(catalogue, {
    idPrefix: part,
    isScriptsOnly: source === 'scripts',
    isListedOnly: true,
    isStableOnly: !isPrereleaseWanted,
    only: isPrereleaseWanted ? 'absolute-latest' : 'latest',
  });
  return json([...found].slice(0, MAX_COMPLETIONS).map(({ owner }) => owner.id));
}

const MAX_COMPLETIONS = 30;

function packageVersions({ params, catalogue }: Asked, id: string): Response {
  const owner = catalogue.byKey.get(id.toLowerCase());
  const isPrereleaseWanted = wantsPrerelease(params);
  const versions = (owner?.versions ?? []).filter(
    (_, at) => owner?.isListed(at) === true && (isPrereleaseWanted || !isPrerelease(versionAt(owner, at))),
  );
  return json(versions);
}

function wantsPrerelease(params: URLSearchParams): boolean {
  return params.get('includePrerelease')?.toLowerCase() === 'true';
}

function json(value: object): Response {
  return new Response(JSON.stringify(value), {
    headers: { 'Content-Type': 'application/json;charset=utf-8' },
  });
}

function rootOf(source: V2Path['source']): string {
  return source === 'scripts' ? V2_SCRIPT_ROOT : V2_ROOT;
}

function absent(format: V2Format, id: string, version: string | undefined): Response {
  const what = version === undefined ? id : `${id} ${version}`;
  return v2Problem(format, 404, `There is no package ${what} in this gallery.`);
}
