import { it } from 'vitest';
import { pathParent } from '../../src/rules/path-parent.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a path leads upwards', () => {
  expectRule(pathParent, { files: [{ name: '../a.txt' }] });
});
