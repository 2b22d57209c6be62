/** ZIP_END_RECORDS: there is more than one end record. */
import { defineRule } from '../domain/rule.ts';

export const zipEndRecords = defineRule<Record<string, never>>({
  code: 'ZIP_END_RECORDS',
  severity: 'error',
  title: 'There is more than one end record',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: () => 'The archive has more than one end record.',
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: {},
});
