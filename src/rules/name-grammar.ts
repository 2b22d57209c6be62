/** NAME_GRAMMAR: a package id is not one. */
import { defineRule } from '../domain/rule.ts';

export const nameGrammar = defineRule<{ id: string }>({
  code: 'NAME_GRAMMAR',
  severity: 'error',
  title: 'A package id is not one',
  why: 'The id becomes part of file names and addresses on every system.',
  message: ({ id }) =>
    `${id} is not an id: 1 to 100 ASCII letters, digits and underscores, with single dots or hyphens between them.`,
  remedy: () =>
    'Choose an id of that form and set it in the nuspec and in the name of the manifest or script.',
  example: { id: 'Sämple' },
});
