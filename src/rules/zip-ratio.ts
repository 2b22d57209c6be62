/** ZIP_RATIO: compressed beyond all proportion. */
import { defineRule } from '../domain/rule.ts';

export const zipRatio = defineRule<{ ratio: number; limit: number }>({
  code: 'ZIP_RATIO',
  severity: 'error',
  title: 'Compressed beyond all proportion',
  why: 'Real packages do not compress like this; bombs do.',
  message: ({ ratio, limit }) =>
    `It unpacks to ${ratio} times its size; above 64 MiB at most ${limit} times is accepted.`,
  remedy: () => 'Leave out large files of repeated content.',
  example: { ratio: 1030, limit: 50 },
});
