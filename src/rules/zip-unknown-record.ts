/** ZIP_UNKNOWN_RECORD: bytes that belong to no record. */
import { defineRule } from '../domain/rule.ts';

export const zipUnknownRecord = defineRule<{ offset: number }>({
  code: 'ZIP_UNKNOWN_RECORD',
  severity: 'error',
  title: 'Bytes that belong to no record',
  why: 'Programs disagree on what such an archive holds, so one could check what another does not install.',
  message: ({ offset }) => `At byte ${offset} there is something that is no record of a zip archive.`,
  remedy: () => 'Pack it again with Publish-Module, nuget pack or `pwshelf pack`.',
  example: { offset: 322 },
});
