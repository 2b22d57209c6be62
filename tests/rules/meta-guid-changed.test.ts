import { expect, it } from 'vitest';
import { metaGuidChanged } from '../../src/rules/meta-guid-changed.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

const guid = '6f1c8a3e-0d4b-4c11-9a70-2f6f0f8f2b11';
const before = '0b7e6a52-6f0e-4f8e-8f43-8d3a4c1b2e90';

it('warns of a GUID that earlier versions did not have', () => {
  const { findings, change } = planOf({ version: '1.1.0', known: [{ guid: before }], manifest: { guid } });
  expectOnly(findings, metaGuidChanged, { guid, before });
  expect(change).toBeDefined();
});

it('says nothing where only its case changed, or there was none before', () => {
  for (const known of [{ guid: guid.toUpperCase() }, {}]) {
    expect(codesOf(planOf({ version: '1.1.0', known: [known], manifest: { guid } }).findings)).toEqual([]);
  }
});
