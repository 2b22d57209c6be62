/** DEPLOY_NEARLY_TOO_LARGE: the build is nearly as large as GitHub Pages takes. */
import { defineRule } from '../domain/rule.ts';

export const deployNearlyTooLarge = defineRule<{ size: string; percent: number; limit: string }>({
  code: 'DEPLOY_NEARLY_TOO_LARGE',
  severity: 'warning',
  title: 'The site is nearly as large as GitHub Pages takes',
  why: 'One day a publication no longer fits, and nothing can be published until there is another host.',
  message: ({ size, percent, limit }) =>
    `The site has ${size}, ${percent} % of the ${limit} that GitHub Pages takes.`,
  remedy: () => 'Choose another host before it is full, or build with --no-site: docs/deploy.md.',
  example: { size: '912 MB', percent: 85, limit: '1.07 GB' },
});
