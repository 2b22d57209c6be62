import { it } from 'vitest';
import { psd1TooLarge } from '../../src/rules/psd1-too-large.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a manifest of more than 8 MiB', () => {
  expectRule(psd1TooLarge, {
    manifest: `@{ ModuleVersion = '1.0.0' }${'\n'.repeat(8 * 1024 * 1024)}`,
  });
});
