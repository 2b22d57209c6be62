/** YAML_ALIAS: a file of the index uses a YAML alias. */
import { defineRule } from '../domain/rule.ts';

export const yamlAlias = defineRule<Record<string, never>>({
  code: 'YAML_ALIAS',
  severity: 'error',
  title: 'A file of the index uses a YAML alias',
  why: 'Aliases let a small file unfold into a huge one, and make a review miss what a value really is.',
  message: () => 'This file uses a YAML alias (*name), which is not read here.',
  remedy: () => 'Write the value out in full at each place.',
  example: {},
});
