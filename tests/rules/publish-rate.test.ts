import { expect, it } from 'vitest';
import { findingOf } from '../../src/domain/rule.ts';
import { checkPublishRate } from '../../src/publish/pipeline/publish-rate.ts';
import { findingText } from '../../src/report/finding-text.ts';
import { publishRate } from '../../src/rules/publish-rate.ts';

it('says when the next one is taken', () => {
  const args = { publisher: 'ada', what: 'versions', waitSeconds: 50 };
  expect(findingText(findingOf(publishRate, { file: 'a.nupkg' }, args)).message).toContain(
    'taken in 50 seconds',
  );
});

it('is not raised where nothing was published', () => {
  const facts = { records: [], publisher: 'ada', isNewPackage: true, now: '2026-03-10T12:00:00Z' };
  expect(checkPublishRate(facts, { file: 'a.nupkg' })).toEqual([]);
});
