/**
 * The content types of a server that can set them. Static hosts go by the extension alone, so there the documents of V2 are
 * HTML or nothing at all; clients do not mind, but proxies and people do.
 */
import { contentTypeOf } from './content-type.ts';

/** @param path  of a file in dist/ */
export function servedTypeOf(path: string): string {
  if (path.startsWith('api/v2/') && !/\.(?!html$)[A-Za-z]+$/.test(path)) {
    const isAtom = /\)(?:\.html)?$|\/(?:Packages|Search)(?:\.html)?$/.test(path);
    return isAtom ? 'application/atom+xml; charset=utf-8' : 'application/xml; charset=utf-8';
  }
  if (path.startsWith('v3/flatcontainer/')) {
    if (path.endsWith('/readme')) return 'text/markdown; charset=utf-8';
    if (path.endsWith('.nuspec')) return 'application/xml; charset=utf-8';
  }
  if (path === 'SHA512SUMS') return 'text/plain; charset=utf-8';
  return contentTypeOf(path);
}
