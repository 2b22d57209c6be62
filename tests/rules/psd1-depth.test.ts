import { it } from 'vitest';
import { psd1Depth } from '../../src/rules/psd1-depth.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: values nested too deep', () => {
  expectRule(psd1Depth, {
    manifest: `@{ ModuleVersion = '1.0.0'; A = ${'@('.repeat(70)}${')'.repeat(70)} }`,
  });
});
