import { it } from 'vitest';
import { psd1Forbidden } from '../../src/rules/psd1-forbidden.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: code that no manifest may have', () => {
  const manifest = "@{ ModuleVersion = '1.0'; Description = Get-Date }";
  expectRule(psd1Forbidden, docsFindings({ 'Sample.Tools.psd1': manifest }));
});
