import { it } from 'vitest';
import { psd1FileAbsent } from '../../src/rules/psd1-file-absent.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a file that the manifest names is not in the package', () => {
  expectRule(
    psd1FileAbsent,
    docsFindings({ 'Sample.Tools.psd1': "@{ ModuleVersion = '1.0'; RootModule = 'gone.psm1' }" }),
  );
});
