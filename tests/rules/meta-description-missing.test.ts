import { expect, it } from 'vitest';
import { metaDescriptionMissing } from '../../src/rules/meta-description-missing.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

it.each([undefined, ' \n '])('refuses a package whose description is %j', (description) => {
  const { findings, change } = planOf({ nuspec: { description } });
  expectOnly(findings, metaDescriptionMissing, {}, { file: 'new.nupkg' });
  expect(change).toBeUndefined();
});

it('takes the description from the script where the nuspec has none', () => {
  const info = { description: 'What it does.' };
  expect(codesOf(planOf({ kind: 'script', nuspec: { description: undefined }, info }).findings)).toEqual([]);
});
