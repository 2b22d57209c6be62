/** Which addresses take pushes, and what is asked there: method and path → what is to be done. */
import type { Finding } from '../../domain/finding.ts';
import { parseNuGetVersion } from '../../domain/nuget-version.ts';
import { PACKAGE_ID_MAX_LENGTH, parsePackageId } from '../../domain/package-id.ts';
import { findingOf } from '../../domain/rule.ts';
import { nameGrammar } from '../../rules/name-grammar.ts';
import { versionGrammar } from '../../rules/version-grammar.ts';

export type PushTarget =
  | { readonly kind: 'publish' }
  | {
      readonly kind: 'listing';
      /** As the client spells them. */
      readonly id: string;
      readonly version: string;
      readonly listed: boolean;
    }
  /** An address for a package, but not of one. */
  | { readonly kind: 'malformed'; readonly findings: readonly Finding[] };

const PUBLISH = /^\/api\/v2(?:\/package)?\/?$/;
const LISTING = /^\/api\/v2\/package\/([^/]+)\/([^/]+)$/;
/** nuget 2.8 adds id and version to the address of its source, whatever that is. */
const UNLISTING_BY_SOURCE = /^\/api\/v2\/(?!package\/)([^/]+)\/([^/]+)$/i;
const LISTED = { DELETE: false, POST: true } as const;

/**
 * @param path  below the folder of the gallery, as it came, undecoded: `/api/v2/package/Contoso.Tools/1.0.0`
 * @returns undefined when it is none of these addresses
 */
export function parsePushTarget(method: string, path: string): PushTarget | undefined {
  if (method === 'PUT') return PUBLISH.test(path) ? { kind: 'publish' } : undefined;
  if (method !== 'DELETE' && method !== 'POST') return undefined;
  const match = LISTING.exec(path) ?? (method === 'DELETE' ? UNLISTING_BY_SOURCE.exec(path) : null);
  const [, id, version] = match ?? [];
  if (id === undefined || version === undefined) return undefined;
  return listingTarget(decoded(id), decoded(version), LISTED[method]);
}

function listingTarget(id: string, version: string, listed: boolean): PushTarget {
  const place = { file: 'request' };
  const findings = [
    ...(parsePackageId(id).ok ? [] : [findingOf(nameGrammar, place, { id: shown(id) })]),
    ...(parseNuGetVersion(version).ok ? [] : [findingOf(versionGrammar, place, { version: shown(version) })]),
  ];
  return findings.length === 0 ? { kind: 'listing', id, version, listed } : { kind: 'malformed', findings };
}

/** What cannot be decoded stays as it is; no id and no version has a percent sign. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function shown(text: string): string {
  return text.length <= PACKAGE_ID_MAX_LENGTH ? text : `${text.slice(0, PACKAGE_ID_MAX_LENGTH)}...`;
}
