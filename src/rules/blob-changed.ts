/** BLOB_CHANGED: a published blob has other bytes than before. */
import { defineRule } from '../domain/rule.ts';

export const blobChanged = defineRule<Record<string, never>>({
  code: 'BLOB_CHANGED',
  severity: 'error',
  title: 'A published blob has changed',
  why: 'Whoever installed the version has other bytes than whoever installs it next, under one and the same number.',
  message: () => 'The bytes of this blob differ from those that were published.',
  remedy: () => 'Restore it with git, and publish what is new under a new version.',
  example: {},
});
