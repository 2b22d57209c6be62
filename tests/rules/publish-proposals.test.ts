import { expect, it } from 'vitest';
import { findingOf } from '../../src/domain/rule.ts';
import { answerStatus } from '../../src/publish/pipeline/answer-status.ts';
import { findingText } from '../../src/report/finding-text.ts';
import { publishProposals } from '../../src/rules/publish-proposals.ts';

it('says how many wait, and asks clients to come again', () => {
  const finding = findingOf(publishProposals, { file: 'request' }, { publisher: 'ada', open: 20 });
  expect(findingText(finding).message).toBe('20 pushes of ada wait for a maintainer already.');
  expect(answerStatus([finding])).toBe(429);
});
