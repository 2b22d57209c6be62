import { expect, it } from 'vitest';
import { packageTooLarge } from '../../src/rules/package-too-large.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

const settings = { policy: { maxPackageBytes: 2048 } };

it('refuses a file of one byte more than the policy accepts', () => {
  const { findings, change } = planOf({ sizeBytes: 2049, settings });
  expectOnly(findings, packageTooLarge, { sizeBytes: 2049, limit: 2048 }, { file: 'new.nupkg' });
  expect(change).toBeUndefined();
});

it('takes one of exactly that size', () => {
  expect(codesOf(planOf({ sizeBytes: 2048, settings }).findings)).toEqual([]);
});
