/** PUBLISH_KIND_CHANGED: the id belongs to a package of the other kind. */
import { defineRule } from '../domain/rule.ts';

export const publishKindChanged = defineRule<{ id: string; kind: string; published: string }>({
  code: 'PUBLISH_KIND_CHANGED',
  severity: 'error',
  title: 'The id belongs to a package of the other kind',
  why: 'Whoever installed the script would get a module under its name, or the other way round.',
  message: ({ id, kind, published }) =>
    `${id} is a ${published} in this gallery, but this file is a ${kind}.`,
  remedy: () => 'Publish it under another id.',
  example: { id: 'Contoso.Tools', kind: 'script', published: 'module' },
});
