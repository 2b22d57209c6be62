/** PROBE_NO_ANSWER: an address of the live gallery gives no answer that can be read. */
import { defineRule } from '../domain/rule.ts';

export const probeNoAnswer = defineRule<{ problem: string }>({
  code: 'PROBE_NO_ANSWER',
  severity: 'error',
  title: 'An address of the live gallery does not answer',
  why: 'Clients that ask it fail.',
  message: ({ problem }) => `There is no answer that can be read: ${problem}.`,
  remedy: () =>
    'See whether the deployment went through and the name of the host leads to it; then probe again.',
  example: { problem: 'nothing within 30 seconds' },
});
