import { it } from 'vitest';
import { metaLicenseAcceptance } from '../../src/rules/meta-license-acceptance.ts';
import { expectRule } from '../support/nupkg-findings.ts';
import { planOf } from '../support/publish-facts.ts';

it('refuses: acceptance of a licence is required that is not there', () => {
  expectRule(metaLicenseAcceptance, planOf({ nuspec: { requireLicenseAcceptance: true } }).findings);
});
