/** ZIP_CONTENT: an entry cannot be unpacked. */
import { defineRule } from '../domain/rule.ts';

export const zipContent = defineRule<{ problem: string }>({
  code: 'ZIP_CONTENT',
  severity: 'error',
  title: 'An entry cannot be unpacked',
  why: 'What was checked and what is installed would differ.',
  message: ({ problem }) => `This entry cannot be unpacked as announced: ${problem}.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { problem: 'it unpacks to more than it announces' },
});
