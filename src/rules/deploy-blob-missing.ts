/** DEPLOY_BLOB_MISSING: the list of a build names a blob that is not in its folder. */
import { defineRule } from '../domain/rule.ts';

export const deployBlobMissing = defineRule<{ id: string; version: string }>({
  code: 'DEPLOY_BLOB_MISSING',
  severity: 'error',
  title: 'A package is listed, but not in the build',
  why: 'Clients find the version and fail when they download it.',
  message: ({ id, version }) =>
    `${id} ${version} is listed in api/versions.json, but this file is not there.`,
  remedy: () => 'Build again into an empty folder, and deploy that folder as a whole.',
  example: { id: 'Contoso.Tools', version: '1.2.0' },
});
