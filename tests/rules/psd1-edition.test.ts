import { it } from 'vitest';
import { psd1Edition } from '../../src/rules/psd1-edition.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('warns: editions that do not fit', () => {
  expectRule(
    psd1Edition,
    docsFindings({ 'Sample.Tools.psd1': "@{ ModuleVersion = '1.0'; CompatiblePSEditions = 'Core' }" }),
  );
});
