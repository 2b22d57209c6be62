/** RECORD_VERSION_REMOVED: a removed version is listed again. */
import { defineRule } from '../domain/rule.ts';

export const recordVersionRemoved = defineRule<{ version: string }>({
  code: 'RECORD_VERSION_REMOVED',
  severity: 'error',
  title: 'A removed version is listed again',
  why: 'Whoever installed the version before it was removed must never get other bytes under its name.',
  message: ({ version }) =>
    `${version} was removed from this gallery, and a removed version never comes back.`,
  remedy: () => 'Publish the package under a new version.',
  example: { version: '1.0.0' },
});
