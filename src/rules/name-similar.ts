/** NAME_SIMILAR: the id is easily taken for the one of somebody else. */
import { defineRule } from '../domain/rule.ts';

export const nameSimilar = defineRule<{ id: string; others: readonly string[] }>({
  code: 'NAME_SIMILAR',
  severity: 'warning',
  isForReview: true,
  title: 'The id is easily taken for the one of somebody else',
  why: 'Who mistypes or misreads a name installs what lies under the other, and that is code which runs on their machine.',
  message: ({ id, others }) =>
    `${id} looks much like ${others.join(', ')}, which ${others.length === 1 ? 'belongs' : 'belong'} to somebody else.`,
  remedy: () =>
    'Choose an id that nobody takes for another, or tell the maintainers why it has to be this one: they may allow it.',
  example: { id: 'AzTable', others: ['Az.Table'] },
});
