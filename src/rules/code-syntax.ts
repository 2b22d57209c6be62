/** CODE_SYNTAX: code that PowerShell cannot read. */
import { defineRule } from '../domain/rule.ts';

export const codeSyntax = defineRule<{ problem: string }>({
  code: 'CODE_SYNTAX',
  severity: 'warning',
  isAdjustable: true,
  title: 'Code that PowerShell cannot read',
  why: 'PowerShell refuses to load such a file, and with it perhaps the whole module.',
  message: ({ problem }) => `${problem.charAt(0).toUpperCase()}${problem.slice(1)}.`,
  remedy: () => 'Open the file in an editor that knows PowerShell and close what is open.',
  example: { problem: 'the block that begins here has no }' },
});
