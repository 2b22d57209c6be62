/** BLOB_UNRECORDED: a blob has no record. */
import { defineRule } from '../domain/rule.ts';

export const blobUnrecorded = defineRule<Record<string, never>>({
  code: 'BLOB_UNRECORDED',
  severity: 'error',
  title: 'A blob has no record',
  why: 'A folder client would offer the file, but nobody has decided that it belongs to the gallery.',
  message: () => 'No record names this file.',
  remedy: () => 'Publish it: npm run pwshelf -- publish FILE. Or remove the file.',
  example: {},
});
