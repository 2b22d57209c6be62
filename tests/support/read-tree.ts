/** All files of a folder: what a build wrote. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** By their paths below the folder, with `/`. */
export async function readTree(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path), await readFile(path));
  }
  return files;
}
