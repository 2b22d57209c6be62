import { it } from 'vitest';
import { zipTooManyEntries } from '../../src/rules/zip-too-many-entries.ts';
import { expectRule, LIMITS } from '../support/nupkg-findings.ts';

it('refuses: too many files', () => {
  expectRule(zipTooManyEntries, { files: [{ name: 'a.txt' }] }, { ...LIMITS, maxEntries: 2 });
});
