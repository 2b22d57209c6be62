import { it } from 'vitest';
import { psd1BothRoots } from '../../src/rules/psd1-both-roots.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: two root modules', () => {
  expectRule(
    psd1BothRoots,
    docsFindings({
      'Sample.Tools.psd1': "@{ ModuleVersion = '1.0'; RootModule = ''; ModuleToProcess = '' }",
    }),
  );
});
