/** BLOB_VANISHED: a published blob is gone without a removal in its record. */
import { defineRule } from '../domain/rule.ts';

export const blobVanished = defineRule<Record<string, never>>({
  code: 'BLOB_VANISHED',
  severity: 'error',
  title: 'A published blob is gone',
  why: 'Builds that pin the version break, and nobody could tell whether it was meant.',
  message: () =>
    'This blob was published and is no longer there, and its record does not say that it was removed.',
  remedy: () =>
    'Restore it with git. To take a version away for good, a maintainer runs `pwshelf remove` with a reason.',
  example: {},
});
