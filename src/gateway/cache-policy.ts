/** How long an answer may be kept: what carries its version or its hash in its address for ever, all else must be asked for again. */

const FOR_EVER = 'public, max-age=31536000, immutable';
/** May be kept, but not used unasked: a version is found seconds after it was published. */
const ASK_AGAIN = 'no-cache';
const NEVER = 'no-store';

/** @param path  of a file in dist/ */
export function fileCacheControl(path: string): string {
  const isBlob = path.startsWith('v3/flatcontainer/') && path.endsWith('.nupkg');
  return isBlob || path.startsWith('_astro/') ? FOR_EVER : ASK_AGAIN;
}

/** For an answer whose part said nothing. */
export function defaultCacheControl(status: number): string {
  return status === 401 || status === 403 || status === 429 || status >= 500 ? NEVER : ASK_AGAIN;
}

/** The same for the cache of one reader alone. */
export function privateCacheControl(value: string): string {
  const directives = value
    .split(',')
    .map((directive) => directive.trim())
    .filter((directive) => !/^(?:public|private|s-maxage=.*)$/i.test(directive));
  return ['private', ...directives].join(', ');
}
