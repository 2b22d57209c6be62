import { it } from 'vitest';
import { versionGrammar } from '../../src/rules/version-grammar.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the version of a package is not a version', () => {
  expectRule(versionGrammar, { nuspec: 'one', psd1: '1.0.0' });
});
