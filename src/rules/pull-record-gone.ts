/** PULL_RECORD_GONE: a pull request takes a record away. */
import { defineRule } from '../domain/rule.ts';

export const pullRecordGone = defineRule<Record<string, never>>({
  code: 'PULL_RECORD_GONE',
  severity: 'error',
  title: 'A pull request takes a record away',
  why: 'The record remembers whose the name is and which versions must never come back.',
  message: () => 'The record of a package is deleted; a record stays for ever, even when no version is left.',
  remedy: () => 'Unlist the versions instead. To remove one for good, ask a maintainer.',
  example: {},
});
