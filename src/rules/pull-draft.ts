/** PULL_DRAFT: a pull request is a draft. */
import { defineRule } from '../domain/rule.ts';

export const pullDraft = defineRule<Record<string, never>>({
  code: 'PULL_DRAFT',
  severity: 'note',
  title: 'A pull request is a draft',
  why: 'A draft is checked like any other, so that its author sees what would be said; it is not merged.',
  message: () => 'This is a draft, so it is checked and not merged.',
  remedy: () => 'Mark it as ready for review on GitHub when it is.',
  example: {},
});
