/** META_DESCRIPTION_LONG: a description is too long. */
import { defineRule } from '../domain/rule.ts';

export const metaDescriptionLong = defineRule<{ length: number; limit: number }>({
  code: 'META_DESCRIPTION_LONG',
  severity: 'error',
  isAdjustable: true,
  title: 'A description is too long',
  why: 'Lists of packages show it; the README is the place for more.',
  message: ({ length, limit }) => `The description has ${length} characters; at most ${limit} are accepted.`,
  remedy: () => 'Shorten it, and move the rest into README.md.',
  example: { length: 4001, limit: 4000 },
});
