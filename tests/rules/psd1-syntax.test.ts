import { it } from 'vitest';
import { psd1Syntax } from '../../src/rules/psd1-syntax.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the manifest cannot be parsed', () => {
  expectRule(psd1Syntax, { manifest: '@{ ModuleVersion = ' });
});
