import { it } from 'vitest';
import { versionPrerelease } from '../../src/rules/version-prerelease.ts';
import { expectRule } from '../support/nupkg-findings.ts';

it('refuses: a prerelease version is not one that PowerShell takes', () => {
  expectRule(versionPrerelease, {
    nuspec: '1.0.0.0-beta',
    manifest: "@{ ModuleVersion = '1.0.0.0'; PrivateData = @{ PSData = @{ Prerelease = 'beta' } } }",
  });
});
