/** ZIP_TRAILING_DATA: bytes follow the end of the archive. */
import { defineRule } from '../domain/rule.ts';

export const zipTrailingData = defineRule<{ bytes: number }>({
  code: 'ZIP_TRAILING_DATA',
  severity: 'error',
  title: 'Bytes follow the end of the archive',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: ({ bytes }) => `${bytes} bytes follow the end record of the archive.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { bytes: 22 },
});
