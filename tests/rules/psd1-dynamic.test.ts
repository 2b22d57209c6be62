import { it } from 'vitest';
import { psd1Dynamic } from '../../src/rules/psd1-dynamic.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('warns of: a value that is not constant', () => {
  expectRule(psd1Dynamic, { manifest: "@{ ModuleVersion = '1.0.0'; Description = Get-Date }" });
});
