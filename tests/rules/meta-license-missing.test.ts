import { expect, it } from 'vitest';
import { metaLicenseMissing } from '../../src/rules/meta-license-missing.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

const nuspec = { licenseUrl: undefined };

it('refuses a package without a licence URI', () => {
  const { findings, change } = planOf({ nuspec });
  expectOnly(findings, metaLicenseMissing, {});
  expect(change).toBeUndefined();
});

it('only warns where the policy says so', () => {
  const { findings, change } = planOf({ nuspec, settings: { policy: { license: 'recommended' } } });
  expect(findings).toMatchObject([{ code: metaLicenseMissing.code, severity: 'warning' }]);
  expect(change).toBeDefined();
});

it('takes the licence from the manifest where the nuspec has none', () => {
  expect(
    codesOf(planOf({ nuspec, manifest: { licenseUri: 'https://licence.example/mit' } }).findings),
  ).toEqual([]);
});
