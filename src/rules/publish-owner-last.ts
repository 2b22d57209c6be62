/** PUBLISH_OWNER_LAST: a change would leave a package without an owner. */
import { defineRule } from '../domain/rule.ts';

export const publishOwnerLast = defineRule<{ id: string }>({
  code: 'PUBLISH_OWNER_LAST',
  severity: 'error',
  title: 'A package needs an owner',
  why: 'Nobody could publish, unlist or answer for a package that belongs to nobody.',
  message: ({ id }) => `This would take away the last owner of ${id}.`,
  remedy: () => 'Add the new owner in the same step: --add NEW --remove OLD.',
  example: { id: 'Contoso.Tools' },
});
