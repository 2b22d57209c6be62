/** KEY_REFUSED: a build pipeline may not do what it asks. */
import { defineRule } from '../domain/rule.ts';

export const keyRefused = defineRule<Record<string, never>>({
  code: 'KEY_REFUSED',
  severity: 'error',
  title: 'A build pipeline may not do what it asks',
  why:
    'One answer for keys that are unknown, expired, revoked or for other packages, and for signatures that do not hold: ' +
    'whoever guesses learns nothing from it. Maintainers find the reason in the log of the run.',
  message: () =>
    'The specified API key is invalid or does not have permission to access the specified package.',
  remedy: () =>
    'Ask a maintainer of the gallery: `pwshelf keys list` shows what each key is for, and until when.',
  example: {},
});
