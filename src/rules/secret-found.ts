/** SECRET_FOUND: a file of the package holds a secret. */
import { defineRule } from '../domain/rule.ts';

/** The secret itself is no argument, and neither is its line: findings are printed, logged and posted. */
export const secretFound = defineRule<{ kind: string; detector: string }>({
  code: 'SECRET_FOUND',
  severity: 'error',
  title: 'A file of the package holds a secret',
  why: 'What was published is read by programs that search for secrets within minutes, and stays in git history for ever.',
  message: ({ kind, detector }) => `What stands here looks like ${kind} (found by ${detector}).`,
  remedy: () =>
    'Revoke it first, since it may be in git history or in the log of a build already; then take it out of the package and pack again.',
  example: { kind: 'a GitHub token', detector: 'secretlint-rule-github' },
});
