import { it } from 'vitest';
import { scriptVersionMissing } from '../../src/rules/script-version-missing.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the script tells no version', () => {
  expectRule(scriptVersionMissing, { script: '<#PSScriptInfo\n.GUID x\n#>' });
});
