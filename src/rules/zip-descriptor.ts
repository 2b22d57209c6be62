/** ZIP_DESCRIPTOR: a data descriptor is inconsistent. */
import { defineRule } from '../domain/rule.ts';

export const zipDescriptor = defineRule<Record<string, never>>({
  code: 'ZIP_DESCRIPTOR',
  severity: 'error',
  title: 'A data descriptor is inconsistent',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: () => 'The data descriptor behind this entry is missing or says other than the central directory.',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
