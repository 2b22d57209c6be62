/** ZIP_PREFIX_DATA: bytes stand before the first file. */
import { defineRule } from '../domain/rule.ts';

export const zipPrefixData = defineRule<{ bytes: number }>({
  code: 'ZIP_PREFIX_DATA',
  severity: 'error',
  title: 'Bytes stand before the first file',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: ({ bytes }) => `${bytes} bytes stand before the first file of the archive.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { bytes: 205 },
});
