/** ZIP_DIRECTORY: the central directory is not as announced. */
import { defineRule } from '../domain/rule.ts';

export const zipDirectory = defineRule<{ problem: string }>({
  code: 'ZIP_DIRECTORY',
  severity: 'error',
  title: 'The central directory is not as announced',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: ({ problem }) => `The central directory is inconsistent: ${problem}.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { problem: '4 entries were announced, 3 are there' },
});
