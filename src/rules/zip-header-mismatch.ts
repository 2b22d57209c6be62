/** ZIP_HEADER_MISMATCH: the two headers of an entry differ. */
import { defineRule } from '../domain/rule.ts';

export const zipHeaderMismatch = defineRule<{ field: string }>({
  code: 'ZIP_HEADER_MISMATCH',
  severity: 'error',
  title: 'The two headers of an entry differ',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: ({ field }) =>
    `The local header and the central directory disagree on the ${field} of this entry.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { field: 'place of the local header' },
});
