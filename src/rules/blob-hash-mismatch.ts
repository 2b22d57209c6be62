/** BLOB_HASH_MISMATCH: a blob is not the file that was published. */
import { defineRule } from '../domain/rule.ts';

export const blobHashMismatch = defineRule<{ recorded: string; found: string }>({
  code: 'BLOB_HASH_MISMATCH',
  severity: 'error',
  title: 'A blob is not the file that was published',
  why: 'The recorded hash is what makes a version unchangeable; other bytes under the same name are an attack or an accident.',
  message: ({ recorded, found }) => `The record says SHA-512 ${recorded}, but the file has ${found}.`,
  remedy: () =>
    'Restore the file from git history. If the package was meant to change, publish it under a new version.',
  example: { recorded: 'ZfTmO5Sh…', found: 'IGgd+WMq…' },
});
