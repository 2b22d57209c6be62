import { expect, it } from 'vitest';
import { findingOf } from '../../src/domain/rule.ts';
import { findingText } from '../../src/report/finding-text.ts';
import { publishNeedsReview } from '../../src/rules/publish-needs-review.ts';

it.each([
  [['NAME_SIMILAR'], 'NAME_SIMILAR needs a maintainer'],
  [['NAME_SIMILAR', 'PUBLISH_WAIT'], 'NAME_SIMILAR and PUBLISH_WAIT need a maintainer'],
])('sends %j to a pull request', (rules, words) => {
  const { message, remedy } = findingText(findingOf(publishNeedsReview, { file: 'a.nupkg' }, { rules }));
  expect(message).toContain(words);
  expect(remedy).toContain('Open a pull request');
});
