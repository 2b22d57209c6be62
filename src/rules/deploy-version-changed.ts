/** DEPLOY_VERSION_CHANGED: a deployed version has other bytes in the build. */
import { defineRule } from '../domain/rule.ts';

export const deployVersionChanged = defineRule<{
  id: string;
  version: string;
  deployed: string;
  found: string;
}>({
  code: 'DEPLOY_VERSION_CHANGED',
  severity: 'error',
  title: 'A deployed version has changed',
  why: 'Whoever installed the version has other bytes than whoever installs it next, and lock files with its hash break.',
  message: ({ id, version, deployed, found }) =>
    `${id} ${version} is deployed with the SHA-512 ${deployed}; this build has it with ${found}.`,
  remedy: () => 'Restore the blob and its record with git, and publish what is new under a new version.',
  example: { id: 'Contoso.Tools', version: '1.2.0', deployed: 'z4Phnw…', found: 'MbXXbe…' },
});
