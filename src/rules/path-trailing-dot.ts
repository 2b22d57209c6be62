/** PATH_TRAILING_DOT: a name that ends in a dot or a space. */
import { defineRule } from '../domain/rule.ts';

export const pathTrailingDot = defineRule<Record<string, never>>({
  code: 'PATH_TRAILING_DOT',
  severity: 'error',
  title: 'A name that ends in a dot or a space',
  why: 'Windows cannot have such a file, or takes it for another one.',
  message: () => 'A part of the path ends in a dot or a space.',
  remedy: () => 'Rename the file and pack again.',
  example: {},
});
