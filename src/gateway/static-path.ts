/**
 * What a static host reads in a request's address, before it looks at a disk. The order of the answers is
 * that of GitHub Pages: the file itself, then the file with `.html`, then a redirect into the folder.
 */
export type StaticPath =
  /** Nothing can stand at this address: it cannot be decoded, or it holds a NUL. */
  | { readonly kind: 'malformed' }
  /** A well-formed address of nothing: beside the site, or hidden (`.git`), or with `..` in it. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'redirect'; readonly location: string }
  | {
      readonly kind: 'candidates';
      /** Paths below the root with `/` between folders: the first that is a file answers. */
      readonly files: readonly string[];
      /** When none is a file but this one is, the answer is a redirect to `location`. */
      readonly folder: { readonly indexFile: string; readonly location: string } | undefined;
    };

/**
 * @param target  the request line's address, with or without query; the query changes nothing but is kept in redirects
 * @param base  the folder of the host under which the site lives, with slashes at both ends: `/` or `/repo/`
 */
export function parseStaticPath(target: string, base: string): StaticPath {
  const { path, query } = splitTarget(target);
  if (`${path}/` === base) return { kind: 'redirect', location: `${base}${query}` };
  const decoded = decodePath(path);
  if (decoded === undefined || decoded.includes('\0')) return { kind: 'malformed' };
  if (!decoded.startsWith(base)) return { kind: 'absent' };

  const below = decoded.slice(base.length);
  const isFolder = below === '' || below.endsWith('/');
  const segments = below.replace(/\/$/, '').split('/');
  if (below !== '' && !segments.every(isPlainSegment)) return { kind: 'absent' };
  if (isFolder) return { kind: 'candidates', files: [`${below}index.html`], folder: undefined };
  return {
    kind: 'candidates',
    files: [below, `${below}.html`],
    folder: { indexFile: `${below}/index.html`, location: `${path}/${query}` },
  };
}

/** @throws RangeError when `text` cannot be the folder of a site: `repo`, `/a//b/`, `/?x/` */
export function parseBase(text: string): string {
  if (text === '/' || /^(?:\/[A-Za-z0-9._~-]+)+\/$/.test(text)) return text;
  throw new RangeError(
    `The base of a static host is '${text}', but it must begin and end with a slash, as '/' or '/repo/' do.`,
  );
}

function splitTarget(target: string): { readonly path: string; readonly query: string } {
  // A proxy may ask with the whole address: GET http://host/path
  const local = target.replace(/^https?:\/\/[^/?#]*/i, '').replace(/#.*$/s, '');
  const at = local.indexOf('?');
  const path = at < 0 ? local : local.slice(0, at);
  return { path: path === '' ? '/' : path, query: at < 0 ? '' : local.slice(at) };
}

function decodePath(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** Hidden files are never served, but for the folder that RFC 8615 gives a purpose. */
function isPlainSegment(segment: string): boolean {
  if (segment === '' || segment.includes('\\')) return false;
  return !segment.startsWith('.') || segment === '.well-known';
}
