/** PULL_RECORD_FIELD: a pull request changes what only the gallery writes. */
import { defineRule } from '../domain/rule.ts';

export const pullRecordField = defineRule<{ field: string }>({
  code: 'PULL_RECORD_FIELD',
  severity: 'error',
  title: 'A pull request changes what only the gallery writes',
  why: 'Hashes, dates, publishers and removals are what the gallery knows for sure; nobody may say otherwise.',
  message: ({ field }) => `It changes ${field}, which the gallery writes by itself.`,
  remedy: () =>
    'Take that change back. By hand change only listed, deprecated, owners and categories; a maintainer removes a version with `pwshelf remove`.',
  example: { field: 'sha512 of 1.2.0' },
});
