/** PATH_DEPTH: folders nested too deep. */
import { defineRule } from '../domain/rule.ts';

export const pathDepth = defineRule<{ depth: number; limit: number }>({
  code: 'PATH_DEPTH',
  severity: 'error',
  title: 'Folders nested too deep',
  why: 'Nothing that people look into is nested so deep, and tools trip over it.',
  message: ({ depth, limit }) => `The path goes through ${depth} folders; at most ${limit} are accepted.`,
  remedy: () => 'Use fewer folders.',
  example: { depth: 17, limit: 16 },
});
