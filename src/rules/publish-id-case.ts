/** PUBLISH_ID_CASE: the id differs from a published one only by case. */
import { defineRule } from '../domain/rule.ts';

export const publishIdCase = defineRule<{ id: string; published: string }>({
  code: 'PUBLISH_ID_CASE',
  severity: 'error',
  title: 'The id differs from a published one only by case',
  why: 'Clients take both for the same package, while file names and addresses would not.',
  message: ({ id, published }) => `This gallery knows the package as ${published}, not ${id}.`,
  remedy: () => 'Pack it under the id as it is published.',
  example: { id: 'CONTOSO.tools', published: 'Contoso.Tools' },
});
