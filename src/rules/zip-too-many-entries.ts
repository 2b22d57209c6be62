/** ZIP_TOO_MANY_ENTRIES: too many files. */
import { defineRule } from '../domain/rule.ts';

export const zipTooManyEntries = defineRule<{ found: number; limit: number }>({
  code: 'ZIP_TOO_MANY_ENTRIES',
  severity: 'error',
  title: 'Too many files',
  why: 'Each file costs every installation and every page of the gallery.',
  message: ({ found, limit }) =>
    `The archive has ${found} entries; this gallery accepts at most ${limit} (policy.maxEntries in gallery.yaml).`,
  remedy: () => 'Leave out what users do not need, or split the package.',
  example: { found: 12000, limit: 10000 },
});
