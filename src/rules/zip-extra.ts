/** ZIP_EXTRA: a malformed extra field. */
import { defineRule } from '../domain/rule.ts';

export const zipExtra = defineRule<Record<string, never>>({
  code: 'ZIP_EXTRA',
  severity: 'error',
  title: 'A malformed extra field',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: () => 'The extra field of this entry is cut short.',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
