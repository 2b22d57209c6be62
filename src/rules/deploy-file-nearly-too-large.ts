/** DEPLOY_FILE_NEARLY_TOO_LARGE: a file that grows is nearly as large as GitHub takes. */
import { defineRule } from '../domain/rule.ts';

export const deployFileNearlyTooLarge = defineRule<{ size: string; percent: number; limit: string }>({
  code: 'DEPLOY_FILE_NEARLY_TOO_LARGE',
  severity: 'warning',
  title: 'A file that grows is nearly as large as GitHub takes',
  why: 'Listings grow with every version, and one day a publication no longer fits.',
  message: ({ size, percent, limit }) =>
    `The file has ${size}, ${percent} % of the ${limit} that GitHub takes.`,
  remedy: () =>
    'Choose another host before it is full, or remove versions that nobody needs: docs/deploy.md.',
  example: { size: '93 MB', percent: 88, limit: '105 MB' },
});
