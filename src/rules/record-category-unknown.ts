/** RECORD_CATEGORY_UNKNOWN: a record names a category that the gallery does not have. */
import { defineRule } from '../domain/rule.ts';

export const recordCategoryUnknown = defineRule<{ category: string; known: string }>({
  code: 'RECORD_CATEGORY_UNKNOWN',
  severity: 'warning',
  title: 'A record names a category that the gallery does not have',
  why: 'The package would be missing from the filter that its owner expects it in.',
  message: ({ category, known }) => `The category ${category} is not in gallery.yaml, which has: ${known}.`,
  remedy: () => 'Use one of these ids, or add the category to gallery.yaml.',
  example: { category: 'Network', known: 'tools, network' },
});
