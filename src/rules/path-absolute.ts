/** PATH_ABSOLUTE: an absolute path. */
import { defineRule } from '../domain/rule.ts';

export const pathAbsolute = defineRule<Record<string, never>>({
  code: 'PATH_ABSOLUTE',
  severity: 'error',
  title: 'An absolute path',
  why: 'Unpacking such a name can write outside of the folder of the module.',
  message: () => 'The path begins at a root, a drive or a server.',
  remedy: () => 'Rename the file and pack again.',
  example: {},
});
