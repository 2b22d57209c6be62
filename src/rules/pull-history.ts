/** PULL_HISTORY: a pull request has no history in common with the gallery. */
import { defineRule } from '../domain/rule.ts';

export const pullHistory = defineRule<Record<string, never>>({
  code: 'PULL_HISTORY',
  severity: 'error',
  title: 'A pull request has no history in common with the gallery',
  why: 'Without a common ancestor nobody can tell what the pull request changes.',
  message: () =>
    'The branch of this pull request has no commit in common with the branch it is to be merged into.',
  remedy: () => 'Make a new branch from the main branch of the gallery, and put the package there.',
  example: {},
});
