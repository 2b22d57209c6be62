/** How packages are spelled, from the folders of their pages: a host that minds case leads to them in any. */
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isAbsence } from './static-file.ts';

/** @param root  the folder that build wrote; it is looked at again when a package came or went */
export function createPackageSpellings(root: string): (id: string) => Promise<string | undefined> {
  const folder = join(root, 'packages');
  let readAtMs = Number.NaN;
  let spellings: ReadonlyMap<string, string> = new Map();
  return async (id) => {
    try {
      const { mtimeMs } = await stat(folder);
      if (mtimeMs !== readAtMs) {
        spellings = new Map((await readdir(folder)).map((name) => [name.toLowerCase(), name]));
        readAtMs = mtimeMs;
      }
    } catch (error) {
      // A gallery that was built without its site has no pages.
      if (isAbsence(error)) return undefined;
      throw error;
    }
    return spellings.get(id.toLowerCase());
  };
}
