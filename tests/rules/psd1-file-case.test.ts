import { it } from 'vitest';
import { psd1FileCase } from '../../src/rules/psd1-file-case.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('warns: the manifest spells a file in other letters', () => {
  expectRule(
    psd1FileCase,
    docsFindings({
      'Sample.Tools.psd1': "@{ ModuleVersion = '1.0'; RootModule = 'sample.tools.PSM1' }",
      'Sample.Tools.psm1': '',
    }),
  );
});
