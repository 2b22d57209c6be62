/** PUBLISH_VERSION_UNKNOWN: a change names a version that the package does not have. */
import { defineRule } from '../domain/rule.ts';

export const publishVersionUnknown = defineRule<{ id: string; version: string; versions: readonly string[] }>(
  {
    code: 'PUBLISH_VERSION_UNKNOWN',
    severity: 'error',
    title: 'The package has no such version',
    why: 'A change of a version that is not there would change nothing, and its author would not notice.',
    message: ({ id, version }) => `${id} has no version ${version}.`,
    remedy: ({ versions }) =>
      versions.length === 0 ? 'None of its versions is left.' : `Its versions are ${versions.join(', ')}.`,
    example: { id: 'Contoso.Tools', version: '2.0.0', versions: ['1.0.0', '1.1.0'] },
  },
);
