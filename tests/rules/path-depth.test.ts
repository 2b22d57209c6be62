import { it } from 'vitest';
import { pathDepth } from '../../src/rules/path-depth.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: folders nested too deep', () => {
  expectRule(pathDepth, { files: [{ name: `${'a/'.repeat(17)}b` }] });
});
