/** PULL_RECORD_DIFFERS: the record in a pull request names another hash than its blob has. */
import { defineRule } from '../domain/rule.ts';

export const pullRecordDiffers = defineRule<{ version: string }>({
  code: 'PULL_RECORD_DIFFERS',
  severity: 'warning',
  title: 'The record in a pull request names another hash than its blob has',
  why: 'The merge writes the record anew from the blob, so the gallery stays right; but one of the two files may be the wrong one.',
  message: ({ version }) => `Its sha512 of version ${version} is not that of the blob in the pull request.`,
  remedy: () =>
    'See that the blob is the one that you mean. The record may be left out: the merge writes it.',
  example: { version: '1.2.0' },
});
