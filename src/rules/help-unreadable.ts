/** HELP_UNREADABLE: a help file that cannot be read. */
import { defineRule } from '../domain/rule.ts';

export const helpUnreadable = defineRule<{ problem: string }>({
  code: 'HELP_UNREADABLE',
  severity: 'warning',
  isAdjustable: true,
  title: 'A help file that cannot be read',
  why: 'Get-Help shows nothing of it, and neither does the gallery.',
  message: ({ problem }) => `This help file ${problem}.`,
  remedy: () => 'Make the file again with New-ExternalHelp, or correct it by hand.',
  example: { problem: 'is not well-formed XML: unexpected close tag (line 1)' },
});
