/** DEPLOY_BLOB_UNLISTED: a build holds a package that its list does not name. */
import { defineRule } from '../domain/rule.ts';

export const deployBlobUnlisted = defineRule<Record<string, never>>({
  code: 'DEPLOY_BLOB_UNLISTED',
  severity: 'error',
  title: 'A package is in the build, but not listed',
  why: 'It would be served although no record vouches for it.',
  message: () => 'This package is in the folder, but api/versions.json does not name it.',
  remedy: () => 'Build again into an empty folder, and put nothing into it by hand.',
  example: {},
});
