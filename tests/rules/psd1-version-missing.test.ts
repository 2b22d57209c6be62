import { it } from 'vitest';
import { psd1VersionMissing } from '../../src/rules/psd1-version-missing.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the manifest tells no version', () => {
  expectRule(psd1VersionMissing, { manifest: '@{}' });
});
