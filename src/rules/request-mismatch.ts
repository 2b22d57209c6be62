/** REQUEST_MISMATCH: a build pipeline sent another package than it said. */
import { defineRule } from '../domain/rule.ts';

export const requestMismatch = defineRule<{ asked: string; found: string }>({
  code: 'REQUEST_MISMATCH',
  severity: 'error',
  title: 'A build pipeline sent another package than it said',
  why: 'What a key may publish is decided by the id and the version of the request, so the package must bear them too.',
  message: ({ asked, found }) => `The package is ${found}, and the request is for ${asked}.`,
  remedy: () => 'Send the id and the version as the package itself has them.',
  example: { asked: 'Contoso.Tools 1.2.0', found: 'Contoso.Tools 1.1.0' },
});
