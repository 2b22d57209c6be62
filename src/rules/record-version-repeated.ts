/** RECORD_VERSION_REPEATED: a record lists a version twice. */
import { defineRule } from '../domain/rule.ts';

export const recordVersionRepeated = defineRule<{ version: string; other: string }>({
  code: 'RECORD_VERSION_REPEATED',
  severity: 'error',
  title: 'A record lists a version twice',
  why: 'NuGet takes 1.0 and 1.0.0 for the same version, and a version has exactly one blob.',
  message: ({ version, other }) =>
    `${version} is the same version as ${other}, which stands in this record already.`,
  remedy: () => 'Remove one of the two.',
  example: { other: '1.0.0-beta', version: '1.0.0-BETA' },
});
