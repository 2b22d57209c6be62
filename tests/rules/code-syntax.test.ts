import { it } from 'vitest';
import { codeSyntax } from '../../src/rules/code-syntax.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('warns: code that PowerShell cannot read', () => {
  expectRule(codeSyntax, docsFindings({ 'Sample.Tools.psm1': 'function Get-A {\n  "a"\n' }));
});
