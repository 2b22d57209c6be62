import { it } from 'vitest';
import { codeUnreadable } from '../../src/rules/code-unreadable.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('warns: code that a gallery does not read', () => {
  expectRule(codeUnreadable, docsFindings({ 'Sample.Tools.psm1': '('.repeat(1000) }));
});
