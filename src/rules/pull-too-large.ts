/** PULL_TOO_LARGE: a request brings more than one decision holds. */
import { defineRule } from '../domain/rule.ts';

export const pullTooLarge = defineRule<{ sizeBytes: number; limit: number }>({
  code: 'PULL_TOO_LARGE',
  severity: 'error',
  title: 'A request brings too much at once',
  why: 'All of a request is opened before any of it is taken, and git keeps it for ever.',
  message: ({ sizeBytes, limit }) => `It brings ${sizeBytes} bytes; at most ${limit} are taken at once.`,
  remedy: () => 'Split it into several requests.',
  example: { sizeBytes: 734003200, limit: 536870912 },
});
