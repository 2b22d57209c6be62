/** DOWNLOAD_HASH: a file that was fetched is not the one that was meant. */
import { defineRule } from '../domain/rule.ts';

export const downloadHash = defineRule<{ expected: string; found: string }>({
  code: 'DOWNLOAD_HASH',
  severity: 'error',
  title: 'A fetched file is not the one that was meant',
  why: 'Between the request and the download somebody may have put another file at the address.',
  message: ({ expected, found }) => `Its SHA-512 is ${found}, not ${expected}.`,
  remedy: () => 'Compute the hash of the file that you mean, and see what lies at the address.',
  example: { expected: '0f3c…', found: '9ab1…' },
});
