/** DEPLOY_REMOVAL_LOST: a removal that the deployed gallery tells is not in the build. */
import { defineRule } from '../domain/rule.ts';

export const deployRemovalLost = defineRule<{ id: string; version: string }>({
  code: 'DEPLOY_REMOVAL_LOST',
  severity: 'error',
  title: 'A removal has been forgotten',
  why: 'A removed version must never come back with other bytes; only the record of its removal prevents that.',
  message: ({ id, version }) =>
    `The gallery that is deployed now says that ${id} ${version} was removed. This build does not say so.`,
  remedy: ({ id }) => `Restore the entry under \`removed\` in the record of ${id} with git.`,
  example: { id: 'Contoso.Tools', version: '1.0.1' },
});
