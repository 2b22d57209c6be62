/** PUBLISH_NOT_OWNER: the publisher does not own the package. */
import { defineRule } from '../domain/rule.ts';

export const publishNotOwner = defineRule<{ id: string; publisher: string; owners: string }>({
  code: 'PUBLISH_NOT_OWNER',
  severity: 'error',
  title: 'The publisher does not own the package',
  why: 'Only its owners decide what is published under a name.',
  message: ({ id, publisher, owners }) => `${id} belongs to ${owners}, not to ${publisher}.`,
  remedy: () => 'Publish as one of its owners (--as OWNER), or ask them to add you.',
  example: { id: 'Contoso.Tools', owners: 'contoso', publisher: 'stranger' },
});
