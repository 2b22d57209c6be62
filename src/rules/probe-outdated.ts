/** PROBE_OUTDATED: the live gallery is not yet the one that was built. */
import { defineRule } from '../domain/rule.ts';

export const probeOutdated = defineRule<Record<string, never>>({
  code: 'PROBE_OUTDATED',
  severity: 'error',
  title: 'The live gallery is another build',
  why: 'What was published last is not there yet, although the deployment was said to be done.',
  message: () => 'The list of versions that comes is not that of the build.',
  remedy: () =>
    'Deployments can take minutes: probe again, with more --attempts. When it stays so, see whether the deployment went through.',
  example: {},
});
