/** DEPLOY_FILE_TOO_LARGE: a file is larger than GitHub takes. */
import { defineRule } from '../domain/rule.ts';

export const deployFileTooLarge = defineRule<{ size: string; limit: string }>({
  code: 'DEPLOY_FILE_TOO_LARGE',
  severity: 'error',
  title: 'A file is larger than GitHub takes',
  why: 'GitHub refuses files over 100 MB in a repository, and clients that read such a listing take minutes.',
  message: ({ size, limit }) => `The file has ${size}; GitHub takes at most ${limit}.`,
  remedy: () =>
    'Host the folder elsewhere, or remove versions that nobody needs, so that the listings become shorter: docs/deploy.md.',
  example: { size: '131 MB', limit: '105 MB' },
});
