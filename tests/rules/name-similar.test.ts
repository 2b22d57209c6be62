import { expect, it } from 'vitest';
import { nameSimilar } from '../../src/rules/name-similar.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

const known = [{ id: 'Contoso.Tools', owners: ['ada'] }];
const codes = (...rest: Parameters<typeof planOf>) => codesOf(planOf(...rest).findings);

it.each(['ContosoTools', 'Contoso.Tolos', 'C0ntoso.Tools'])(
  'warns of the new id %s beside the one of somebody else, and leaves the rest to the door',
  (id) => {
    const { findings, change } = planOf({ id, publisher: 'mallory', known });
    expectOnly(findings, nameSimilar, { id, others: ['Contoso.Tools'] }, { file: 'new.nupkg' });
    expect(change?.isNewPackage).toBe(true);
  },
);

it('names three of several, in code point order', () => {
  const others = ['Contoso.Tool4', 'Contoso.Tool1', 'Contoso.Tool3', 'Contoso.Tool2'];
  const { findings } = planOf({ id: 'Contoso.Tool5', known: others.map((id) => ({ id, owners: ['ada'] })) });
  expectOnly(findings, nameSimilar, {
    id: 'Contoso.Tool5',
    others: ['Contoso.Tool1', 'Contoso.Tool2', 'Contoso.Tool3'],
  });
});

it('lets owners call theirs as they like', () => {
  expect(codes({ id: 'ContosoTools', publisher: 'ADA', known })).toEqual([]);
});

it('does not take somebody for an owner who only has an owner’s former login', () => {
  const ours = [{ id: 'Contoso.Tools', owners: ['ada'], githubIds: { ada: 1 } }];
  expect(codes({ id: 'ContosoTools', publisher: 'ada', publisherId: 2, known: ours })).toEqual([
    nameSimilar.code,
  ]);
});

it('asks only of new ids', () => {
  const both = [...known, { id: 'ContosoTools', owners: ['grace'] }];
  expect(codes({ id: 'ContosoTools', version: '1.1.0', publisher: 'grace', known: both })).toEqual([]);
});
