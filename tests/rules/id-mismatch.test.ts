import { it } from 'vitest';
import { idMismatch } from '../../src/rules/id-mismatch.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the manifest or script is not named after the package', () => {
  expectRule(idMismatch, {
    manifest: null,
    files: [{ name: 'sample.tools.psd1', data: "@{ ModuleVersion = '1.0.0' }" }],
  });
});
