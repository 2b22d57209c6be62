import { it } from 'vitest';
import { zipZip64 } from '../../src/rules/zip-zip64.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: odd zip64 fields', () => {
  expectRule(zipZip64, { zip: { zip64: { length: 45 } } });
});
