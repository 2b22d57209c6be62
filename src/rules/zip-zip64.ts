/** ZIP_ZIP64: odd zip64 fields. */
import { defineRule } from '../domain/rule.ts';

export const zipZip64 = defineRule<{ problem: string }>({
  code: 'ZIP_ZIP64',
  severity: 'error',
  title: 'Odd zip64 fields',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: ({ problem }) => `The zip64 fields are not as they should be: ${problem}.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { problem: 'the end record refers to one that is not there' },
});
