/** PROBE_HASH: the live gallery serves other bytes than it lists. */
import { defineRule } from '../domain/rule.ts';

export const probeHash = defineRule<{ id: string; version: string; expected: string; found: string }>({
  code: 'PROBE_HASH',
  severity: 'error',
  title: 'The live gallery serves other bytes than it lists',
  why: 'Clients would install what nobody has checked.',
  message: ({ id, version, expected, found }) =>
    `${id} ${version} is listed with the SHA-512 ${expected}; what comes has ${found}.`,
  remedy: () =>
    'Tell the users to install nothing, and deploy the last good build. Then find out who changed the file: the build, the host, or somebody on the way.',
  example: { id: 'Contoso.Tools', version: '1.2.0', expected: 'z4Phnw…', found: 'MbXXbe…' },
});
