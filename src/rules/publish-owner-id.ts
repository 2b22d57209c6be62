/** PUBLISH_OWNER_ID: an owner's login is used by another account. */
import { defineRule } from '../domain/rule.ts';

export const publishOwnerId = defineRule<{ id: string; publisher: string }>({
  code: 'PUBLISH_OWNER_ID',
  severity: 'error',
  title: "An owner's login is used by another account",
  why: 'When an account on GitHub is renamed or deleted, anybody may take its old login; the number of an account is never given away.',
  message: ({ id, publisher }) =>
    `An owner of ${id} has the login ${publisher}, but not this account: the one that the record knows was renamed or deleted, and somebody else took its login.`,
  remedy: () =>
    'Write to the maintainers of the gallery: they find out who the owner is and correct the owners in the record.',
  example: { id: 'Contoso.Tools', publisher: 'contoso' },
});
