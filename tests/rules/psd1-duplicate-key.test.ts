import { it } from 'vitest';
import { psd1DuplicateKey } from '../../src/rules/psd1-duplicate-key.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a key stands twice in a hashtable', () => {
  expectRule(psd1DuplicateKey, { manifest: "@{ ModuleVersion = '1.0.0'; moduleversion = '1.0.0' }" });
});
