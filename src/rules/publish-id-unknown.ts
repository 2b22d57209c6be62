/** PUBLISH_ID_UNKNOWN: a change names a package that the gallery does not have. */
import { defineRule } from '../domain/rule.ts';

export const publishIdUnknown = defineRule<{ id: string; similar: string }>({
  code: 'PUBLISH_ID_UNKNOWN',
  severity: 'error',
  title: 'There is no such package here',
  why: 'A change of a record needs the record; guessing which one was meant could unlist the wrong package.',
  message: ({ id }) => `This gallery has no package ${id}.`,
  remedy: ({ similar }) =>
    similar === ''
      ? 'Check the id; the site and the folder packages/ of the index list what there is.'
      : `Perhaps ${similar} is meant.`,
  example: { id: 'ContosoTools', similar: 'Contoso.Tools' },
});
