/** ZIP_METHOD: an unusual compression. */
import { defineRule } from '../domain/rule.ts';

export const zipMethod = defineRule<{ method: number }>({
  code: 'ZIP_METHOD',
  severity: 'error',
  title: 'An unusual compression',
  why: 'PowerShell can unpack stored and deflated files only.',
  message: ({ method }) => `This entry uses compression method ${method}.`,
  remedy: () => 'Pack with deflate or without compression.',
  example: { method: 40200 },
});
