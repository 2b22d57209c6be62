import { it } from 'vitest';
import { zipHeaderMismatch } from '../../src/rules/zip-header-mismatch.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the two headers of an entry differ', () => {
  expectRule(zipHeaderMismatch, { files: [{ name: 'a.txt', local: { name: 'b.txt' } }] });
});
