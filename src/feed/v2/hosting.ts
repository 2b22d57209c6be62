/**
 * V2 addresses have no extension, and static hosts differ in how they serve such files: GitHub Pages serves
 * `X.html` at `X`, compressed, but an extensionless `X` as an uncompressed download.
 */
import type { Hosting } from '../../domain/gallery-settings.ts';
import type { ListingFile, TextFile } from '../../domain/output-file.ts';

/** One document that answers at `path` and at each of `alsoAt`, as the files that the host needs. */
export function v2File(
  hosting: Hosting,
  path: string,
  text: string,
  alsoAt: readonly string[] = [],
): TextFile {
  return { kind: 'text', text, ...addresses(hosting, [path, ...alsoAt]) };
}

/** The same for a document in parts. */
export function v2Listing(
  hosting: Hosting,
  path: string,
  parts: readonly string[],
  alsoAt: readonly string[] = [],
): ListingFile {
  return { kind: 'listing', parts, ...addresses(hosting, [path, ...alsoAt]) };
}

function addresses(hosting: Hosting, paths: readonly string[]) {
  const [first, ...others] = paths.flatMap((address) => fileNames(hosting, address));
  if (first === undefined) throw new Error('a V2 document needs an address');
  return { path: first, alsoAt: others };
}

function fileNames(hosting: Hosting, address: string): readonly string[] {
  switch (hosting) {
    case 'html':
    // A copy of what a gateway serves may lie on a host of files.
    case 'gateway':
      return [`${address}.html`];
    case 'extensionless':
      return [address];
    case 'both':
      return [`${address}.html`, address];
    default:
      return hosting satisfies never;
  }
}
