/** What an address below api/v2/ asks for. Names of operations are read in any case, as clients of .NET servers expect. */
import { V2_ROOT, V2_SCRIPT_ROOT } from '../../feed/urls.ts';

export interface V2Path {
  /** The script source has scripts only. */
  readonly source: 'all' | 'scripts';
  readonly resource: V2Resource;
}

export type V2Resource =
  | { readonly kind: 'service' }
  | { readonly kind: 'metadata' }
  | { readonly kind: 'list'; readonly operation: V2Operation; readonly isCount: boolean }
  | { readonly kind: 'entry'; readonly id: string; readonly version: string }
  /** The .nupkg itself; of the latest version when none is named. */
  | { readonly kind: 'package'; readonly id: string; readonly version: string | undefined }
  /** What consoles complete names from. */
  | { readonly kind: 'package-ids' }
  | { readonly kind: 'package-versions'; readonly id: string };

export type V2Operation = 'Packages' | 'Search' | 'FindPackagesById' | 'GetUpdates';

const OPERATIONS: readonly V2Operation[] = ['Packages', 'Search', 'FindPackagesById', 'GetUpdates'];
const ENTRY = /^Packages\(\s*(\w+)\s*=\s*'([^']*)'\s*,\s*(\w+)\s*=\s*'([^']*)'\s*\)$/i;

/**
 * @param path  below the root of the site, decoded: `api/v2/FindPackagesById()`, also `api/v2`
 * @returns undefined when there is nothing at such an address
 */
export function parseV2Path(path: string): V2Path | undefined {
  const whole = path.endsWith('/') ? path : `${path}/`;
  const isScripts = whole.startsWith(V2_SCRIPT_ROOT);
  const root = isScripts ? V2_SCRIPT_ROOT : V2_ROOT;
  if (!whole.startsWith(root)) return undefined;
  // Some clients put a slash too many between the source and the operation.
  const rest = whole.slice(root.length, -1).replace(/^\/+/, '');
  const resource = parseResource(rest);
  return resource && { source: isScripts ? 'scripts' : 'all', resource };
}

function parseResource(rest: string): V2Resource | undefined {
  if (rest === '') return { kind: 'service' };
  if (/^\$metadata$/i.test(rest)) return { kind: 'metadata' };
  const list = /^(\w+)(?:\(\))?(\/\$count)?$/.exec(rest);
  const operation = OPERATIONS.find((name) => name.toLowerCase() === list?.[1]?.toLowerCase());
  if (operation) return { kind: 'list', operation, isCount: list?.[2] !== undefined };
  return parseEntry(rest) ?? parseDownload(rest);
}

function parseEntry(rest: string): V2Resource | undefined {
  const [, first = '', one = '', second = '', other = ''] = ENTRY.exec(rest) ?? [];
  const names = `${first} ${second}`.toLowerCase();
  if (names === 'id version') return { kind: 'entry', id: one, version: other };
  return names === 'version id' ? { kind: 'entry', id: other, version: one } : undefined;
}

function parseDownload(rest: string): V2Resource | undefined {
  const [first = '', id, version, ...others] = rest.split('/');
  if (others.length > 0) return undefined;
  switch (first.toLowerCase()) {
    case 'package':
      return id === undefined ? undefined : { kind: 'package', id, version };
    case 'package-ids':
      return id === undefined ? { kind: 'package-ids' } : undefined;
    case 'package-versions':
      return id === undefined || version !== undefined ? undefined : { kind: 'package-versions', id };
    default:
      return undefined;
  }
}
