/** PATH_BACKSLASH: a backslash in a path. */
import { defineRule } from '../domain/rule.ts';

export const pathBackslash = defineRule<Record<string, never>>({
  code: 'PATH_BACKSLASH',
  severity: 'error',
  title: 'A backslash in a path',
  why: 'Unpacking such a name can write outside of the folder of the module.',
  message: () => 'The path holds a backslash; folders are separated by / in an archive.',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
