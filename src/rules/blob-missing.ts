/** BLOB_MISSING: a recorded version has no blob. */
import { defineRule } from '../domain/rule.ts';

export const blobMissing = defineRule<{ version: string; expected: string }>({
  code: 'BLOB_MISSING',
  severity: 'error',
  title: 'A recorded version has no blob',
  why: 'A version that is listed but cannot be downloaded breaks every install that depends on it.',
  message: ({ version, expected }) => `Version ${version} is recorded, but ${expected} is not there.`,
  remedy: () => 'Restore the file from git history, or remove the version with a reason.',
  example: { version: '1.2.0', expected: 'packages-index/blobs/Contoso.Tools.1.2.0.nupkg' },
});
