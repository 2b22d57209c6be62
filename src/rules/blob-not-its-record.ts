/** BLOB_NOT_ITS_RECORD: a blob holds another package than its record says. */
import { defineRule } from '../domain/rule.ts';

export const blobNotItsRecord = defineRule<{ recorded: string; found: string }>({
  code: 'BLOB_NOT_ITS_RECORD',
  severity: 'error',
  title: 'A blob holds another package than its record says',
  why: 'Clients would install one package under the name of another.',
  message: ({ recorded, found }) => `The record is of ${recorded}, but the nuspec in the file says ${found}.`,
  remedy: () => 'Put the right file there, or correct the record.',
  example: { recorded: 'Contoso.Tools 1.2.0', found: 'Contoso.Tools 1.2.1' },
});
