import { it } from 'vitest';
import { pathLength } from '../../src/rules/path-length.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a path that is too long', () => {
  expectRule(pathLength, { files: [{ name: `${'a'.repeat(201)}` }] });
});
