import { it } from 'vitest';
import { pathEmptyFile } from '../../src/rules/path-empty-file.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('warns of: an empty file', () => {
  expectRule(pathEmptyFile, { files: [{ name: 'a.txt', data: '' }] });
});
