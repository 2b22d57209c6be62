/** A folder on disk as a FileTree. Links are not followed: what they point to is not part of the folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileTree } from '../domain/file-tree.ts';

export function diskTree(root: string): FileTree {
  return {
    list: async () => (await listFiles(root, '')).sort(),
    bytes: (path) => readFile(join(root, path)),
  };
}

async function listFiles(root: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(join(root, folder), { withFileTypes: true })) {
    const path = folder + entry.name;
    if (entry.isDirectory()) found.push(...(await listFiles(root, `${path}/`)));
    else if (entry.isFile()) found.push(path);
  }
  return found;
}
