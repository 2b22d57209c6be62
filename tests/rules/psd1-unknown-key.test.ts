import { it } from 'vitest';
import { psd1UnknownKey } from '../../src/rules/psd1-unknown-key.ts';
import { docsFindings } from '../support/docs-findings.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a key that no manifest may have', () => {
  expectRule(psd1UnknownKey, docsFindings({ 'Sample.Tools.psd1': "@{ ModuleVersion = '1.0'; Foo = 1 }" }));
});
