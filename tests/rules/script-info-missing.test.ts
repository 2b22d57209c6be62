import { it } from 'vitest';
import { scriptInfoMissing } from '../../src/rules/script-info-missing.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the script has no PSScriptInfo', () => {
  expectRule(scriptInfoMissing, { script: "'hello'" });
});
