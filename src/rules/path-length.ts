/** PATH_LENGTH: a path that is too long. */
import { defineRule } from '../domain/rule.ts';

export const pathLength = defineRule<{ length: number; limit: number }>({
  code: 'PATH_LENGTH',
  severity: 'error',
  title: 'A path that is too long',
  why: 'With the folder of the module before it, it would not fit into what Windows allows.',
  message: ({ length, limit }) => `The path has ${length} characters; at most ${limit} are accepted.`,
  remedy: () => 'Use shorter names or fewer folders.',
  example: { length: 201, limit: 200 },
});
