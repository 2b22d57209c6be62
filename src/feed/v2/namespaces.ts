/**
 * The prefixes of V2's namespaces. PSResourceGet finds `entry`, `m:count` and `d:Id` by qualified name and takes the
 * first entry without looking at its id: on a host that ignores queries it would install the wrong package.
 * With other prefixes it finds nothing, while PowerShellGet 2 (local names) and nuget (namespaces) read on.
 */
export interface V2Prefixes {
  readonly atom: string;
  readonly data: string;
  readonly metadata: string;
}

/** For files that answer every query alike. */
export const STATIC_PREFIXES: V2Prefixes = { atom: 'a:', data: 'dd:', metadata: 'mm:' };

/** Those by which PSResourceGet reads, for answers that hold what the query asked for and nothing else. */
export const USUAL_PREFIXES: V2Prefixes = { atom: '', data: 'd:', metadata: 'm:' };

const ATOM = 'http://www.w3.org/2005/Atom';
const DATA = 'http://schemas.microsoft.com/ado/2007/08/dataservices';
const METADATA = 'http://schemas.microsoft.com/ado/2007/08/dataservices/metadata';

/** The declarations that the root element of a V2 document carries. */
export function namespaceDeclarations(prefixes: V2Prefixes): string {
  return `${declaration(prefixes.atom)}="${ATOM}" ${declaration(prefixes.data)}="${DATA}" ${declaration(prefixes.metadata)}="${METADATA}"`;
}

function declaration(prefix: string): string {
  return prefix === '' ? 'xmlns' : `xmlns:${prefix.slice(0, -1)}`;
}
