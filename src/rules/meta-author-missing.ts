/** META_AUTHOR_MISSING: a package names no author. */
import { defineRule } from '../domain/rule.ts';

export const metaAuthorMissing = defineRule<Record<string, never>>({
  code: 'META_AUTHOR_MISSING',
  severity: 'error',
  isAdjustable: true,
  title: 'A package names no author',
  why: 'Users must be able to see whose work they are about to run.',
  message: () => 'The package names no author.',
  remedy: () => 'Set Author in the manifest, or .AUTHOR in the script, and pack again.',
  example: {},
});
