import { expect, it } from 'vitest';
import { planPublish } from '../../src/publish/plan.ts';
import { publishKindChanged } from '../../src/rules/publish-kind-changed.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf, publishFacts } from '../support/publish-facts.ts';

it.each([
  ['script', 'module'],
  ['module', 'script'],
] as const)('refuses a %s under the id of a %s', (kind, published) => {
  const { findings, change } = planOf({ kind, version: '1.1.0', known: [{ kind: published }] });
  expectOnly(findings, publishKindChanged, { id: 'Contoso.Tools', kind, published });
  expect(change).toBeUndefined();
});

it('takes either where no version of the id is left', () => {
  const facts = publishFacts({ kind: 'script', known: [{ versions: [] }] });
  const known = facts.known.map((item) => ({ ...item, kind: undefined }));
  expect(codesOf(planPublish({ ...facts, known }).findings)).toEqual([]);
});
