/** PROBE_STATUS: an address of the live gallery answers with another status than 200. */
import { defineRule } from '../domain/rule.ts';

export const probeStatus = defineRule<{ status: number }>({
  code: 'PROBE_STATUS',
  severity: 'error',
  title: 'An address of the live gallery is not there',
  why: 'Clients that ask it fail.',
  message: ({ status }) => `It answers with the status ${status}.`,
  remedy: ({ status }) =>
    status === 404
      ? 'Deploy the folder as a whole, see that the site is published, and that `hosting` in gallery.yaml suits the host (docs/clients.md).'
      : 'Look at the status page of the host, and probe again.',
  example: { status: 404 },
});
