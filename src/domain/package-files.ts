/** The well-known files of a package, found by name in its root. */
import type { Nupkg } from './nupkg.ts';

/** Path of the README inside the package: Markdown first, then plain text. */
export function readmeFile(nupkg: Nupkg): string | undefined {
  return rootFile(nupkg, ['readme.md', 'readme.markdown', 'readme.txt', 'readme']);
}

/** The first of `names` (lower case) that stands in the root, as the archive spells it. */
export function rootFile(nupkg: Nupkg, names: readonly string[]): string | undefined {
  for (const name of names) {
    const found = nupkg.files.find((file) => file.path.toLowerCase() === name);
    if (found && found.sizeBytes > 0) return found.path;
  }
  return undefined;
}
