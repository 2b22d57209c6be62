/**
 * A rendered feed as a static host serves it: the query is dropped, `X` is answered by `X` or `X.html`, `dir/` by
 * `dir/index.html`, names are compared with their case, and everything else is not found.
 */
import type { OutputFile } from '../../src/domain/output-file.ts';

export interface StaticSite {
  /** Ends in `/`. */
  readonly siteUrl: string;
  /** The file that answers a GET of this absolute URL. */
  readonly get: (url: string) => OutputFile | undefined;
  /** The text of that file, or a throw: for addresses that a client cannot do without. */
  readonly text: (url: string) => string;
}

export function staticSite(files: readonly OutputFile[], siteUrl: string): StaticSite {
  const root = siteUrl.endsWith('/') ? siteUrl : `${siteUrl}/`;
  const byPath = new Map<string, OutputFile>();
  for (const file of files) {
    for (const path of [file.path, ...alsoAt(file)]) {
      if (byPath.has(path)) throw new Error(`two files are at ${path}`);
      byPath.set(path, file);
    }
  }
  const get = (url: string) => {
    const base = new URL(root);
    const { origin, pathname } = new URL(url);
    const served = decodeURIComponent(pathname);
    if (origin !== base.origin || !served.startsWith(base.pathname)) return undefined;
    const path = served.slice(base.pathname.length);
    if (path === '' || path.endsWith('/')) return byPath.get(`${path}index.html`);
    return byPath.get(path) ?? byPath.get(`${path}.html`);
  };
  const text = (url: string) => {
    const file = get(url);
    if (file?.kind !== 'text') throw new Error(`${url}: ${file ? `a ${file.kind}` : 'not found'}`);
    return file.text;
  };
  return { siteUrl: root, get, text };
}

export function alsoAt(file: OutputFile): readonly string[] {
  return file.kind === 'text' ? (file.alsoAt ?? []) : [];
}
