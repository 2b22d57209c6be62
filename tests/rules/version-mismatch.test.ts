import { it } from 'vitest';
import { versionMismatch } from '../../src/rules/version-mismatch.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: the nuspec and the manifest disagree on the version', () => {
  expectRule(versionMismatch, { nuspec: '1.2.0', psd1: '1.2.1' });
});
