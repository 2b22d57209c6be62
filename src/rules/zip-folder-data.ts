/** ZIP_FOLDER_DATA: a folder entry holds data. */
import { defineRule } from '../domain/rule.ts';

export const zipFolderData = defineRule<Record<string, never>>({
  code: 'ZIP_FOLDER_DATA',
  severity: 'error',
  title: 'A folder entry holds data',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: () => 'This entry is a folder by its name, but holds data.',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
