import { it } from 'vitest';
import { pathFileIsFolder } from '../../src/rules/path-file-is-folder.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a file that is also a folder', () => {
  expectRule(pathFileIsFolder, { files: [{ name: 'a' }, { name: 'a/b.txt' }] });
});
