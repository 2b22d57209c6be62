import { it } from 'vitest';
import { psd1FileUnlisted } from '../../src/rules/psd1-file-unlisted.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('warns: a listed file is not in the package', () => {
  expectRule(
    psd1FileUnlisted,
    docsFindings({ 'Sample.Tools.psd1': "@{ ModuleVersion = '1.0'; FileList = 'gone.txt' }" }),
  );
});
