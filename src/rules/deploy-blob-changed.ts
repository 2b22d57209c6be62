/** DEPLOY_BLOB_CHANGED: a blob of a build is not the one that its list names. */
import { defineRule } from '../domain/rule.ts';

export const deployBlobChanged = defineRule<{ id: string; version: string; expected: string; found: string }>(
  {
    code: 'DEPLOY_BLOB_CHANGED',
    severity: 'error',
    title: 'A package in the build is not the one that was published',
    why: 'Clients would install bytes that nobody has checked.',
    message: ({ id, version, expected, found }) =>
      `${id} ${version} is listed in api/versions.json with ${expected}, but this file has ${found}.`,
    remedy: () =>
      'Build again into an empty folder, and look for what changes files between the build and the deployment.',
    example: { id: 'Contoso.Tools', version: '1.2.0', expected: '4321 bytes', found: '17 bytes' },
  },
);
