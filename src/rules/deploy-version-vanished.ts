/** DEPLOY_VERSION_VANISHED: a deployed version is not in the build, and no removal says why. */
import { defineRule } from '../domain/rule.ts';

export const deployVersionVanished = defineRule<{ id: string; version: string }>({
  code: 'DEPLOY_VERSION_VANISHED',
  severity: 'error',
  title: 'A deployed version is gone',
  why: 'Builds that pin the version break, and nobody could tell whether it was meant.',
  message: ({ id, version }) =>
    `${id} ${version} is in the gallery that is deployed now. This build has neither the version nor a removal of it.`,
  remedy: () =>
    'Restore its blob and its line in the record with git. To take it away for good, a maintainer runs `pwshelf remove` with a reason.',
  example: { id: 'Contoso.Tools', version: '1.2.0' },
});
