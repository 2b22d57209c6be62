/** A FileTree in memory. */
import type { FileTree } from '../../src/domain/file-tree.ts';

export function memoryTree(files: Readonly<Record<string, string | Uint8Array>>): FileTree {
  return {
    list: () => Promise.resolve(Object.keys(files).sort()),
    bytes: (path) => {
      const content = files[path];
      if (content === undefined) return Promise.reject(new Error(`${path} is not there`));
      return Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
    },
  };
}
