/** ZIP_UNICODE_PATH: a second name in an extra field. */
import { defineRule } from '../domain/rule.ts';

export const zipUnicodePath = defineRule<Record<string, never>>({
  code: 'ZIP_UNICODE_PATH',
  severity: 'error',
  title: 'A second name in an extra field',
  why: 'The entry has two names; programs disagree on which one counts.',
  message: () => 'This entry carries a second name in an extra field (0x7075).',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
