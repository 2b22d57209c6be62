import { expect, it } from 'vitest';
import { findingOf } from '../../src/domain/rule.ts';
import { zipSecondOpinion } from '../../src/rules/zip-second-opinion.ts';
import { makeNupkg } from '../support/make-nupkg.ts';
import { expectRule, FILE, gateFindings } from '../support/nupkg-findings.ts';

it('is content with what the first reader is content with', async () => {
  expect(await gateFindings(makeNupkg())).toEqual([]);
});

it('says what the second reader said', () => {
  expectRule(zipSecondOpinion, [
    findingOf(zipSecondOpinion, { file: FILE }, { problem: 'Overlapping entry found' }),
  ]);
});
