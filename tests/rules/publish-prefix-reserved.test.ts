import { expect, it } from 'vitest';
import { publishPrefixReserved } from '../../src/rules/publish-prefix-reserved.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

const settings = { prefixes: [{ pattern: 'Contoso.*', owners: ['ada', 'grace'] }] };
const codes = (...rest: Parameters<typeof planOf>) => codesOf(planOf(...rest).findings);

it.each(['Contoso.Tools', 'CONTOSO.tools'])(
  'refuses the new id %s from others than the owners of its prefix',
  (id) => {
    const { findings, change } = planOf({ id, publisher: 'mallory', settings });
    expectOnly(findings, publishPrefixReserved, { id, pattern: 'Contoso.*', owners: 'ada, grace' });
    expect(change).toBeUndefined();
  },
);

it('takes it from them', () => {
  expect(codes({ publisher: 'Ada', settings })).toEqual([]);
});

it('takes an id that only begins alike', () => {
  expect(codes({ id: 'ContosoTools', publisher: 'mallory', settings })).toEqual([]);
});

it('leaves an id to its owners that was there before the prefix', () => {
  expect(
    codes({ version: '1.1.0', publisher: 'mallory', known: [{ owners: ['mallory'] }], settings }),
  ).toEqual([]);
});
