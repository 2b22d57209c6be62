/** RECORD_FILE_NAME: a record is not named after its package. */
import { defineRule } from '../domain/rule.ts';

export const recordFileName = defineRule<{ id: string; expected: string }>({
  code: 'RECORD_FILE_NAME',
  severity: 'error',
  title: 'A record is not named after its package',
  why: 'A package is found by its file; two files for one id would both claim to be the truth.',
  message: ({ id, expected }) => `The record is of ${id}, so its file must be named ${expected}.`,
  remedy: () => 'Rename the file, or correct the id in it.',
  example: { expected: 'Contoso.Tools.yaml', id: 'Contoso.Tools' },
});
