/** DEPLOY_MANY_FILES: the build has so many files that a deployment may not end in time. */
import { defineRule } from '../domain/rule.ts';

export const deployManyFiles = defineRule<{ count: number; seconds: number; limitSeconds: number }>({
  code: 'DEPLOY_MANY_FILES',
  severity: 'warning',
  title: 'The site has so many files that its deployment may not end in time',
  why: 'GitHub Pages gives a deployment ten minutes; when they are over, the gallery stays as it was.',
  message: ({ count, seconds, limitSeconds }) =>
    `The site has ${count} files; at 100 a second its deployment takes ${seconds} of the ${limitSeconds} seconds that GitHub Pages gives. This is an estimate.`,
  remedy: () =>
    'Build with --no-site, or choose another host when deployments begin to fail: docs/deploy.md.',
  example: { count: 52000, seconds: 520, limitSeconds: 600 },
});
