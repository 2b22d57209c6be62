import { expect, it } from 'vitest';
import { publishNotOwner } from '../../src/rules/publish-not-owner.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

const known = [{ owners: ['ada', 'grace'] }];

it('refuses a publisher who is not an owner', () => {
  const { findings, change } = planOf({ version: '1.1.0', publisher: 'mallory', known });
  expectOnly(findings, publishNotOwner, { id: 'Contoso.Tools', publisher: 'mallory', owners: 'ada, grace' });
  expect(change).toBeUndefined();
});

it('refuses one who maintains the gallery but does not own the package', () => {
  const { findings } = planOf({ version: '1.1.0', publisher: 'contoso-admin', known });
  expect(codesOf(findings)).toEqual([publishNotOwner.code]);
});

it.each(['ada', 'GRACE'])('takes the owner %s', (publisher) => {
  expect(codesOf(planOf({ version: '1.1.0', publisher, known }).findings)).toEqual([]);
});
