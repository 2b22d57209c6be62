/** BLOB_SIZE_MISMATCH: a blob has not the recorded size. */
import { defineRule } from '../domain/rule.ts';

export const blobSizeMismatch = defineRule<{ recorded: number; found: number }>({
  code: 'BLOB_SIZE_MISMATCH',
  severity: 'error',
  title: 'A blob has not the recorded size',
  why: 'The feeds tell clients the size; it must be the true one.',
  message: ({ recorded, found }) => `The record says ${recorded} bytes, but the file has ${found}.`,
  remedy: () => 'Restore the file from git history, or correct sizeBytes in the record.',
  example: { found: 999, recorded: 1000 },
});
