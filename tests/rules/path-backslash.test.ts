import { it } from 'vitest';
import { pathBackslash } from '../../src/rules/path-backslash.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a backslash in a path', () => {
  expectRule(pathBackslash, { files: [{ name: 'a\\\\b.txt' }] });
});
