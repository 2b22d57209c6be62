/** ZIP_NAME_ENCODING: a name that is not marked as UTF-8. */
import { defineRule } from '../domain/rule.ts';

export const zipNameEncoding = defineRule<Record<string, never>>({
  code: 'ZIP_NAME_ENCODING',
  severity: 'error',
  title: 'A name that is not marked as UTF-8',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: () => 'The name of this entry is not ASCII, and not valid UTF-8 that is marked as such.',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
