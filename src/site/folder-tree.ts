/** The files of a package by their folders. */
import type { NupkgFile } from '../domain/nupkg.ts';

export interface FolderNode {
  /** `''` for the root. */
  readonly name: string;
  /** In code point order. */
  readonly folders: readonly FolderNode[];
  readonly files: readonly NupkgFile[];
  /** Below it, at any depth. */
  readonly fileCount: number;
  readonly sizeBytes: number;
}

/** A folder that holds a single folder and nothing else is one with it: `a/b`. */
export function folderTree(files: readonly NupkgFile[]): FolderNode {
  return nodeOf('', files, 0);
}

function nodeOf(name: string, files: readonly NupkgFile[], depth: number): FolderNode {
  const isHere = ({ path }: NupkgFile) => !path.includes('/', depth);
  const here = files.filter(isHere);
  const below = Map.groupBy(
    files.filter((file) => !isHere(file)),
    ({ path }) => path.slice(depth, path.indexOf('/', depth)),
  );
  const [only, another] = below;
  if (only && !another && here.length === 0 && name !== '') {
    return nodeOf(`${name}/${only[0]}`, files, depth + only[0].length + 1);
  }
  return {
    name,
    folders: [...below]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([folder, inner]) => nodeOf(folder, inner, depth + folder.length + 1)),
    files: here,
    fileCount: files.length,
    sizeBytes: files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
  };
}
