/** CODE_UNREADABLE: code that a gallery does not read. */
import { defineRule } from '../domain/rule.ts';

export const codeUnreadable = defineRule<{ problem: string }>({
  code: 'CODE_UNREADABLE',
  severity: 'warning',
  isAdjustable: true,
  title: 'Code that a gallery does not read',
  why: 'Its commands, its help and what it can do stay unknown to those who look for them.',
  message: ({ problem }) => `This file is not read: ${problem}.`,
  remedy: () => 'Split the file, or move data out of the code.',
  example: { problem: 'it is nested deeper than 200 levels' },
});
