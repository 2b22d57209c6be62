import { it } from 'vitest';
import { psd1Value } from '../../src/rules/psd1-value.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a value that PowerShell cannot take', () => {
  expectRule(psd1Value, docsFindings({ 'Sample.Tools.psd1': "@{ ModuleVersion = '1.0'; GUID = 'x' }" }));
});
