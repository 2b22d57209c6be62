/** ZIP_NOT_ZIP: the file is not a zip archive. */
import { defineRule } from '../domain/rule.ts';

export const zipNotZip = defineRule<{ found: string }>({
  code: 'ZIP_NOT_ZIP',
  severity: 'error',
  title: 'The file is not a zip archive',
  why: 'A .nupkg is a zip archive; nothing else can be installed.',
  message: ({ found }) => `This is not a zip archive: ${found}.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { found: 'it begins like one, but its end is missing' },
});
