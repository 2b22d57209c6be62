/** PATH_EMPTY_FILE: an empty file. */
import { defineRule } from '../domain/rule.ts';

export const pathEmptyFile = defineRule<Record<string, never>>({
  code: 'PATH_EMPTY_FILE',
  severity: 'warning',
  isAdjustable: true,
  title: 'An empty file',
  why: 'Install-PSResource leaves empty files out, so the module may miss one.',
  message: () => 'This file is empty.',
  remedy: () => 'Leave it out, or put a line into it.',
  example: {},
});
