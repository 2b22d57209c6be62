/** ZIP_DUPLICATE: two entries have the same name. */
import { defineRule } from '../domain/rule.ts';

export const zipDuplicate = defineRule<Record<string, never>>({
  code: 'ZIP_DUPLICATE',
  severity: 'error',
  title: 'Two entries have the same name',
  why: 'Some programs take the first, some the last.',
  message: () => 'More than one entry has this name.',
  remedy: () => 'Keep one file of each name and pack again.',
  example: {},
});
