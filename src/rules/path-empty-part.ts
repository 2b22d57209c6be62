/** PATH_EMPTY_PART: an empty part in a path. */
import { defineRule } from '../domain/rule.ts';

export const pathEmptyPart = defineRule<Record<string, never>>({
  code: 'PATH_EMPTY_PART',
  severity: 'error',
  title: 'An empty part in a path',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: () => 'The path holds //, or nothing at all.',
  remedy: () => 'Rename the file and pack again.',
  example: {},
});
