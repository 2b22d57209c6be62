import { expect, it } from 'vitest';
import { metaDescriptionLong } from '../../src/rules/meta-description-long.ts';
import { codesOf, expectOnly } from '../support/expect-findings.ts';
import { planOf } from '../support/publish-facts.ts';

const findingsOf = (length: number) => planOf({ nuspec: { description: 'x'.repeat(length) } }).findings;

it('refuses a description of one character too many', () => {
  expectOnly(findingsOf(4001), metaDescriptionLong, { length: 4001, limit: 4000 });
});

it('takes one of exactly the largest length', () => {
  expect(codesOf(findingsOf(4000))).toEqual([]);
});
