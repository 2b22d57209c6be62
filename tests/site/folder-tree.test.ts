import { expect, it } from 'vitest';
import { type FolderNode, folderTree } from '../../src/site/folder-tree.ts';
import fc from '../support/laws.ts';

const files = (paths: readonly string[]) => paths.map((path) => ({ path, sizeBytes: 1 }));

function linesOf({ folders, files: here }: FolderNode, indent = ''): readonly string[] {
  return [
    ...folders.flatMap((folder) => [
      `${indent}${folder.name}/ ${folder.fileCount}`,
      ...linesOf(folder, `${indent}  `),
    ]),
    ...here.map(({ path }) => `${indent}${path}`),
  ];
}

it('has folders before files, and folders that hold but one folder in one line', () => {
  expect(
    linesOf(folderTree(files(['a.psm1', 'en-US/a.xml', 'lib/net8.0/x.dll', 'lib/net8.0/y.dll']))),
  ).toEqual([
    'en-US/ 1',
    '  en-US/a.xml',
    'lib/net8.0/ 2',
    '  lib/net8.0/x.dll',
    '  lib/net8.0/y.dll',
    'a.psm1',
  ]);
});

it('holds every file once, under the folders of its path', () => {
  const part = fc.constantFrom('a', 'b', 'c', 'd');
  const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `${parts.join('/')}.txt`);
  fc.assert(
    fc.property(fc.uniqueArray(path), (paths) => {
      const found: string[] = [];
      const visit = (node: FolderNode, prefix: string) => {
        for (const file of node.files) {
          expect(file.path.slice(0, file.path.lastIndexOf('/') + 1)).toBe(prefix);
          found.push(file.path);
        }
        for (const folder of node.folders) visit(folder, `${prefix}${folder.name}/`);
      };
      const tree = folderTree(files(paths));
      visit(tree, '');
      expect(found.sort()).toEqual(paths.toSorted());
      expect(tree.fileCount).toBe(paths.length);
    }),
  );
});
