import { it } from 'vitest';
import { zipFolderData } from '../../src/rules/zip-folder-data.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a folder entry holds data', () => {
  expectRule(zipFolderData, { files: [{ name: 'folder/', data: 'x' }] });
});
