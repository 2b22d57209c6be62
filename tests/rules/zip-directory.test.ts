import { it } from 'vitest';
import { zipDirectory } from '../../src/rules/zip-directory.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the central directory is not as announced', () => {
  expectRule(zipDirectory, { zip: { end: { count: 7 } } });
});
