/** YAML_TOO_LARGE: a file of the index is too large. */
import { defineRule } from '../domain/rule.ts';

export const yamlTooLarge = defineRule<{ length: number; limit: number }>({
  code: 'YAML_TOO_LARGE',
  severity: 'error',
  title: 'A file of the index is too large',
  why: 'A record lists versions of one package; a file beyond this size is a mistake or an attack on whoever reads it.',
  message: ({ length, limit }) => `This file has ${length} characters; at most ${limit} are read.`,
  remedy: () => 'Remove what does not belong there.',
  example: { length: 262145, limit: 262144 },
});
