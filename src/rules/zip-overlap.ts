/** ZIP_OVERLAP: entries overlap. */
import { defineRule } from '../domain/rule.ts';

export const zipOverlap = defineRule<Record<string, never>>({
  code: 'ZIP_OVERLAP',
  severity: 'error',
  title: 'Entries overlap',
  why: 'Overlapping entries make small archives unpack to huge ones, and let two files share bytes.',
  message: () => 'This entry lies partly over another one.',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
