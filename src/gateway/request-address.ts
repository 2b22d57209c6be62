/** Where in the gallery a request points: its path below the base, decoded. */

export type RequestAddress =
  | { readonly kind: 'malformed' }
  /** Beside the gallery. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'inside'; readonly path: string };

/** @param pathname  percent-encoded, as a URL has it */
export function parseRequestAddress(pathname: string, base: string): RequestAddress {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return { kind: 'malformed' };
  }
  if (decoded.includes('\0')) return { kind: 'malformed' };
  if (decoded.startsWith(base)) return { kind: 'inside', path: decoded.slice(base.length) };
  return { kind: 'outside' };
}

/** @returns what follows the folder, nothing for the folder itself, undefined for a path beside it */
export function pathWithin(path: string, folder: string): string | undefined {
  if (`${path}/` === folder) return '';
  return path.startsWith(folder) ? path.slice(folder.length) : undefined;
}
