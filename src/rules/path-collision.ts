/** PATH_COLLISION: two paths that are the same on some systems. */
import { defineRule } from '../domain/rule.ts';

export const pathCollision = defineRule<{ other: string }>({
  code: 'PATH_COLLISION',
  severity: 'error',
  title: 'Two paths that are the same on some systems',
  why: 'On Windows and macOS one of the files would replace the other.',
  message: ({ other }) => `On Windows or macOS this is the same file as ${other}.`,
  remedy: () => 'Rename one of the two and pack again.',
  example: { other: 'Readme.txt' },
});
