/** ZIP_SECOND_OPINION: a second reader refuses the archive. */
import { defineRule } from '../domain/rule.ts';

export const zipSecondOpinion = defineRule<{ problem: string }>({
  code: 'ZIP_SECOND_OPINION',
  severity: 'error',
  title: 'A second reader refuses the archive',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: ({ problem }) => `A strict zip reader refuses the archive: ${problem}.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { problem: 'Overlapping entry found' },
});
