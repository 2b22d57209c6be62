/** PUBLISH_PROPOSALS: a publisher has so many pushes waiting for a maintainer that nobody could look at more. */
import { defineRule } from '../domain/rule.ts';

export const publishProposals = defineRule<{ publisher: string; open: number }>({
  code: 'PUBLISH_PROPOSALS',
  severity: 'error',
  title: 'A publisher has too many pushes waiting for a maintainer',
  why: 'Each is a pull request that a person looks at: a loop that runs wild, or a key in other hands, must not bury the others.',
  message: ({ publisher, open }) => `${open} pushes of ${publisher} wait for a maintainer already.`,
  remedy: () => 'Wait until some of them are merged or closed, and send it again.',
  example: { publisher: 'contoso', open: 20 },
});
