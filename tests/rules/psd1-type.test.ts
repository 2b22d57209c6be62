import { it } from 'vitest';
import { psd1Type } from '../../src/rules/psd1-type.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('warns of: a value of another kind than expected', () => {
  expectRule(psd1Type, { manifest: "@{ ModuleVersion = '1.0.0'; Description = @{} }" });
});
