import { it } from 'vitest';
import { nameGrammar } from '../../src/rules/name-grammar.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a package id is not one', () => {
  expectRule(nameGrammar, { id: 'Sämple', manifest: null });
});
