/** RECORD_ID_TAKEN: two records are of the same id. */
import { defineRule } from '../domain/rule.ts';

export const recordIdTaken = defineRule<{ id: string; other: string }>({
  code: 'RECORD_ID_TAKEN',
  severity: 'error',
  title: 'Two records are of the same id',
  why: 'Clients compare ids without regard to case, so only one of the two could ever be installed.',
  message: ({ id, other }) =>
    `${id} is already recorded in ${other}; ids that differ only by case are one id.`,
  remedy: () => 'Keep one record and move the versions of the other into it, or publish under another id.',
  example: { id: 'CONTOSO.TOOLS', other: 'packages-index/packages/Contoso.Tools.yaml' },
});
