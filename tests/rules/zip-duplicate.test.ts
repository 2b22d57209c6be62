import { it } from 'vitest';
import { zipDuplicate } from '../../src/rules/zip-duplicate.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: two entries have the same name', () => {
  expectRule(zipDuplicate, { files: [{ name: 'a.txt' }, { name: 'a.txt' }] });
});
