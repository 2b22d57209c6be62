import { it } from 'vitest';
import { helpUnreadable } from '../../src/rules/help-unreadable.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('warns: a help file that cannot be read', () => {
  expectRule(helpUnreadable, docsFindings({ 'en-US/Sample.Tools-help.xml': '<helpItems><a></helpItems>' }));
});
