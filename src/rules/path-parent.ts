/** PATH_PARENT: a path leads upwards. */
import { defineRule } from '../domain/rule.ts';

export const pathParent = defineRule<Record<string, never>>({
  code: 'PATH_PARENT',
  severity: 'error',
  title: 'A path leads upwards',
  why: 'Unpacking such a name can write outside of the folder of the module.',
  message: () => 'The path holds a part that is . or .. .',
  remedy: () => 'Rename the file and pack again.',
  example: {},
});
