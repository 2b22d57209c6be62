import { it } from 'vitest';
import { psd1RequiredModule } from '../../src/rules/psd1-required-module.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a required module that PowerShell cannot read', () => {
  expectRule(
    psd1RequiredModule,
    docsFindings({
      'Sample.Tools.psd1': "@{ ModuleVersion = '1.0'; RequiredModules = @(@{ ModuleName = 'x' }) }",
    }),
  );
});
