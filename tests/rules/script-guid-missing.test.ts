import { it } from 'vitest';
import { scriptGuidMissing } from '../../src/rules/script-guid-missing.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the script tells no GUID', () => {
  expectRule(scriptGuidMissing, { script: '<#PSScriptInfo\n.VERSION 1.0.0\n#>' });
});
