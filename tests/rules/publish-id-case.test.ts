import { expect, it } from 'vitest';
import { publishIdCase } from '../../src/rules/publish-id-case.ts';
import { expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

it('refuses an id that differs from a published one only by case', () => {
  const { findings, change } = planOf({ id: 'contoso.TOOLS', version: '1.1.0', known: [{}] });
  expectOnly(findings, publishIdCase, { id: 'contoso.TOOLS', published: 'Contoso.Tools' });
  expect(change).toBeUndefined();
});
