/** DEPLOY_TOO_LARGE: the build is larger than GitHub Pages takes. */
import { defineRule } from '../domain/rule.ts';

export const deployTooLarge = defineRule<{ size: string; limit: string }>({
  code: 'DEPLOY_TOO_LARGE',
  severity: 'error',
  title: 'The site is larger than GitHub Pages takes',
  why: 'A site there may have 1 GB, and a deployment ten minutes; larger ones run into that time sooner or later, and the gallery then stays as it was.',
  message: ({ size, limit }) => `The site has ${size}; GitHub Pages takes at most ${limit}.`,
  remedy: () =>
    'Host the folder elsewhere (any static host will do), build with --no-site, or remove versions that nobody needs: docs/deploy.md.',
  example: { size: '1.21 GB', limit: '1.07 GB' },
});
