/** META_DESCRIPTION_MISSING: a package has no description. */
import { defineRule } from '../domain/rule.ts';

export const metaDescriptionMissing = defineRule<Record<string, never>>({
  code: 'META_DESCRIPTION_MISSING',
  severity: 'error',
  isAdjustable: true,
  title: 'A package has no description',
  why: 'People find packages by it, and PowerShellGet 2 fails on a feed entry without one.',
  message: () => 'The package has no description.',
  remedy: () =>
    'Set Description in the manifest, or .DESCRIPTION in the help block of the script, and pack again.',
  example: {},
});
