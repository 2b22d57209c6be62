/** PUBLISH_NEEDS_REVIEW: a build pipeline sent what a maintainer has to decide about. */
import { defineRule } from '../domain/rule.ts';

export const publishNeedsReview = defineRule<{ rules: readonly string[] }>({
  code: 'PUBLISH_NEEDS_REVIEW',
  severity: 'error',
  title: 'A build pipeline sent what a maintainer has to decide about',
  why: 'A pipeline cannot be asked, and nobody sees what it waits for: what needs a person comes where people talk.',
  message: ({ rules }) =>
    `${rules.join(' and ')} ${rules.length === 1 ? 'needs' : 'need'} a maintainer, and a build pipeline cannot wait for one.`,
  remedy: () =>
    'Open a pull request with this package: a maintainer lets it in there. Its next versions can come from the pipeline.',
  example: { rules: ['NAME_SIMILAR'] },
});
