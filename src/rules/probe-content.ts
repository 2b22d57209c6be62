/** PROBE_CONTENT: an address of the live gallery answers with something else than it should. */
import { defineRule } from '../domain/rule.ts';

export const probeContent = defineRule<{ expected: string; found: string }>({
  code: 'PROBE_CONTENT',
  severity: 'error',
  title: 'An address of the live gallery answers with something else',
  why: 'Clients cannot read it, or follow addresses that lead elsewhere.',
  message: ({ expected, found }) => `Expected is ${expected}; found is ${found}.`,
  remedy: () =>
    'See what is deployed at this address: another site, a page for signing in, or a build for another address.',
  example: { expected: 'a V3 service index', found: 'a page of HTML' },
});
