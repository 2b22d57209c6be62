/**
 * The gallery that pages are rendered from. Astro bundles pages apart from the program that starts the build, so the
 * two meet at a global symbol, not in a module.
 */
import type { Gallery, PackageVersion } from '../domain/gallery.ts';
import type { VersionDocs } from '../domain/version-docs.ts';

export interface SiteContext {
  readonly gallery: Gallery;
  /** Absolute, with a trailing slash; may have a base path. */
  readonly siteUrl: string;
  /** Of the code that renders, overridden components included: pages made by other code are rendered again. */
  readonly version: string;
  /** Absolute: where gallery.yaml lies. */
  readonly indexDir: string;
  /** Which pages are as they were. */
  readonly pages: { readonly take: (path: string, key: string) => boolean };
  /** The unpacked bytes of one file in a blob. */
  readonly readBlobEntry: (blobName: string, path: string) => Promise<Uint8Array>;
  /** What a version documents. Large for large modules, so pages ask for it one at a time. */
  readonly readDocs: (item: PackageVersion) => VersionDocs;
}

const KEY = Symbol.for('pwshelf.site');

interface Holder {
  [KEY]?: SiteContext;
}

export function setSiteContext(context: SiteContext): void {
  (globalThis as Holder)[KEY] = context;
}

export function hasSiteContext(): boolean {
  return (globalThis as Holder)[KEY] !== undefined;
}

/** @throws when no build has set one */
export function siteContext(): SiteContext {
  const context = (globalThis as Holder)[KEY];
  if (!context) throw new Error('the site is rendered from a gallery: start it with `pwshelf build`');
  return context;
}
